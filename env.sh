drag () 
{ 
    xdotool mousemove $(( $1*1152/1000 )) $(( $2*1152/1000 )) mousedown 1;
    sleep .2;
    for f in 3 6 10;
    do
        xdotool mousemove $(( ($1+($3-$1)*f/10)*1152/1000 )) $(( ($2+($4-$2)*f/10)*1152/1000 ));
        sleep .1;
    done;
    xdotool mouseup 1;
    sleep .5
}
