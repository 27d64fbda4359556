<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>Open &amp;shards…</source>
        <translation>&amp;Shards öffnen…</translation>
    </message>
    <message>
        <source>Open a &amp;folder of shards…</source>
        <translation>&amp;Ordner mit Shards öffnen…</translation>
    </message>
    <message>
        <source>&amp;Add shards to this collection…</source>
        <translation>Shards zu dieser Sammlung &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Open &amp;collection…</source>
        <translation>Sa&amp;mmlung öffnen…</translation>
    </message>
    <message>
        <source>Try the &amp;demo figures</source>
        <translation>&amp;Demo-Abbildungen ausprobieren</translation>
    </message>
    <message>
        <source>Look for &amp;changed shards</source>
        <translation>Nach &amp;geänderten Shards suchen</translation>
    </message>
    <message>
        <source>Find &amp;moved shards…</source>
        <translation>&amp;Verschobene Shards finden…</translation>
    </message>
    <message>
        <source>Show &amp;problems</source>
        <translation>&amp;Probleme anzeigen</translation>
    </message>
    <message>
        <source>Pa&amp;use the running job</source>
        <translation>&amp;Laufenden Vorgang anhalten</translation>
    </message>
    <message>
        <source>Ca&amp;ncel the running job</source>
        <translation>Laufenden Vorgang &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Import vectors…</source>
        <translation>Vektoren &amp;importieren…</translation>
    </message>
    <message>
        <source>Export &amp;vectors…</source>
        <translation>&amp;Vektoren exportieren…</translation>
    </message>
    <message>
        <source>C&amp;lose collection</source>
        <translation>Sammlung s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo label</source>
        <translation>Label &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Redo label</source>
        <translation>Label &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Annotator&apos;s name…</source>
        <translation>Na&amp;me für Entscheidungen…</translation>
    </message>
    <message>
        <source>&amp;When was this saved?</source>
        <translation>Wa&amp;nn wurde gespeichert?</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Clear the search</source>
        <translation>Suche &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>S&amp;ave this search…</source>
        <translation>Diese Suche s&amp;peichern…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Vor&amp;wärts</translation>
    </message>
    <message>
        <source>Select &amp;all matches</source>
        <translation>&amp;Alle Treffer auswählen</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>Auswahl auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Invert selection</source>
        <translation>Auswahl &amp;umkehren</translation>
    </message>
    <message>
        <source>Select or &amp;unselect the figure</source>
        <translation>Abbildung auswählen oder a&amp;bwählen</translation>
    </message>
    <message>
        <source>&amp;Next figure</source>
        <translation>&amp;Nächste Abbildung</translation>
    </message>
    <message>
        <source>&amp;Previous figure</source>
        <translation>&amp;Vorherige Abbildung</translation>
    </message>
    <message>
        <source>Next &amp;unlabelled figure</source>
        <translation>Nächste Abbildung &amp;ohne Label</translation>
    </message>
    <message>
        <source>Previous un&amp;labelled figure</source>
        <translation>Vorherige Abbildung ohne &amp;Label</translation>
    </message>
    <message>
        <source>&amp;Go to a position or key…</source>
        <translation>&amp;Gehe zu Position oder Schlüssel…</translation>
    </message>
    <message>
        <source>&amp;Type to find a class…</source>
        <translation>&amp;Klasse suchen…</translation>
    </message>
    <message>
        <source>&amp;Clear my answer</source>
        <translation>&amp;Meine Antwort löschen</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>&amp;Unsicher</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Über&amp;springen</translation>
    </message>
    <message>
        <source>&amp;Flag</source>
        <translation>Ma&amp;rkieren</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz…</translation>
    </message>
    <message>
        <source>&amp;Repeat the last label</source>
        <translation>&amp;Letztes Label wiederholen</translation>
    </message>
    <message>
        <source>Next &amp;question</source>
        <translation>Nächste &amp;Frage</translation>
    </message>
    <message>
        <source>Pre&amp;vious question</source>
        <translation>V&amp;orherige Frage</translation>
    </message>
    <message>
        <source>&amp;Open the figure</source>
        <translation>Abbildung ö&amp;ffnen</translation>
    </message>
    <message>
        <source>One level &amp;back</source>
        <translation>&amp;Eine Ebene zurück</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Compare figures</source>
        <translation>Abbildungen ver&amp;gleichen</translation>
    </message>
    <message>
        <source>Copy &amp;caption</source>
        <translation>&amp;Bildunterschrift kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;key</source>
        <translation>&amp;Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy c&amp;itation</source>
        <translation>&amp;Quellenangabe kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;link to the article</source>
        <translation>Li&amp;nk zum Artikel kopieren</translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation>B&amp;ild kopieren</translation>
    </message>
    <message>
        <source>&amp;Save picture as stored…</source>
        <translation>Bild im &amp;Original speichern…</translation>
    </message>
    <message>
        <source>Open the &amp;article in the browser</source>
        <translation>&amp;Artikel im Browser öffnen</translation>
    </message>
    <message>
        <source>Show &amp;figures of this article</source>
        <translation>Abbil&amp;dungen dieses Artikels anzeigen</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>&amp;Galerie</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;Larger thumbnails</source>
        <translation>G&amp;rößere Vorschaubilder</translation>
    </message>
    <message>
        <source>&amp;Smaller thumbnails</source>
        <translation>&amp;Kleinere Vorschaubilder</translation>
    </message>
    <message>
        <source>&amp;More lines of caption</source>
        <translation>&amp;Mehr Zeilen Bildunterschrift</translation>
    </message>
    <message>
        <source>F&amp;ewer lines of caption</source>
        <translation>&amp;Weniger Zeilen Bildunterschrift</translation>
    </message>
    <message>
        <source>Labels &amp;on tiles</source>
        <translation>&amp;Labels auf Kacheln</translation>
    </message>
    <message>
        <source>Preview under the &amp;mouse</source>
        <translation>&amp;Vorschau unter dem Mauszeiger</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Hineinzoomen</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>H&amp;erauszoomen</translation>
    </message>
    <message>
        <source>&amp;Fit the image</source>
        <translation>Bild ein&amp;passen</translation>
    </message>
    <message>
        <source>Image at &amp;100 %</source>
        <translation>Bild auf &amp;100 %</translation>
    </message>
    <message>
        <source>&amp;Keep the zoom between figures</source>
        <translation>&amp;Zoom zwischen Abbildungen beibehalten</translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Rotate &amp;right</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Farben des S&amp;ystems</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>Du&amp;nkle Farben</translation>
    </message>
    <message>
        <source>L&amp;ight colours</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>Text at &amp;100 %</source>
        <translation>Textgröße &amp;100 %</translation>
    </message>
    <message>
        <source>Text at 1&amp;25 %</source>
        <translation>Textgröße 1&amp;25 %</translation>
    </message>
    <message>
        <source>Text at 1&amp;50 %</source>
        <translation>Textgröße 1&amp;50 %</translation>
    </message>
    <message>
        <source>Text at &amp;200 %</source>
        <translation>Textgröße 2&amp;00 %</translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation>&amp;Sprache des Systems</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>&amp;Deutsch</source>
        <translation>&amp;Deutsch</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>&amp;Move panels</source>
        <translation>&amp;Bereiche verschiebbar</translation>
    </message>
    <message>
        <source>&amp;Figure panel</source>
        <translation>&amp;Abbildungsbereich</translation>
    </message>
    <message>
        <source>Panels as at &amp;first</source>
        <translation>Bereiche &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Vollbil&amp;d</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts…</source>
        <translation>Tasten&amp;kürzel…</translation>
    </message>
    <message>
        <source>&amp;About Biomedica Curator</source>
        <translation>&amp;Über Biomedica Curator</translation>
    </message>
    <message>
        <source>&amp;Accept the imported answer</source>
        <translation>Importierte Antwort ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Accept all answers of the s&amp;hard</source>
        <translation>Alle Antworten des S&amp;hards übernehmen</translation>
    </message>
    <message>
        <source>Open the fi&amp;gure, or go on where several answers are possible</source>
        <translation>Ab&amp;bildung öffnen oder weiter, wo mehrere Antworten möglich sind</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <source>Chec&amp;k labels…</source>
        <translation>Labels &amp;prüfen…</translation>
    </message>
    <message>
        <source>C&amp;lasses…</source>
        <translation>Klass&amp;en…</translation>
    </message>
    <message>
        <source>&amp;History of this figure…</source>
        <translation>&amp;Verlauf dieser Abbildung…</translation>
    </message>
    <message>
        <source>Work &amp;blind</source>
        <translation>&amp;Blind arbeiten</translation>
    </message>
    <message>
        <source>&amp;Share out figures…</source>
        <translation>Abbildungen &amp;verteilen …</translation>
    </message>
    <message>
        <source>My &amp;assignments</source>
        <translation>Mir &amp;zugeteilt</translation>
    </message>
    <message>
        <source>&amp;Export votes…</source>
        <translation>Stimmen &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Merge votes…</source>
        <translation>Stimmen &amp;einfügen …</translation>
    </message>
    <message>
        <source>Accept the fi&amp;gure in review</source>
        <translation>Abbildung in der Durchsicht &amp;annehmen</translation>
    </message>
    <message>
        <source>Send &amp;back to the annotators…</source>
        <translation>Zur erneuten Antwort &amp;zurückgeben …</translation>
    </message>
    <message>
        <source>Re&amp;open in review</source>
        <translation>In der Durchsicht wieder öff&amp;nen</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Durchsicht</translation>
    </message>
    <message>
        <source>A&amp;greement</source>
        <translation>&amp;Übereinstimmung</translation>
    </message>
    <message>
        <source>Class by &amp;letters</source>
        <translation>Klasse über &amp;Buchstaben</translation>
    </message>
    <message>
        <source>Resolve the contra&amp;diction</source>
        <translation>Wi&amp;derspruch auflösen</translation>
    </message>
    <message>
        <source>Select the whole a&amp;rticle</source>
        <translation>Ganzen A&amp;rtikel auswählen</translation>
    </message>
    <message>
        <source>Go &amp;on after the last answer</source>
        <translation>Nach der letzten Antwort &amp;weiter</translation>
    </message>
    <message>
        <source>Su&amp;mmary of this session…</source>
        <translation>&amp;Zusammenfassung dieser Sitzung …</translation>
    </message>
    <message>
        <source>No class fi&amp;ts</source>
        <translation>Keine Klasse &amp;passt</translation>
    </message>
    <message>
        <source>Answers of the figure &amp;before</source>
        <translation>Antworten der Abbildung da&amp;vor</translation>
    </message>
    <message>
        <source>&amp;Build a search…</source>
        <translation>Suche &amp;zusammenstellen…</translation>
    </message>
    <message>
        <source>Memor&amp;y and disk…</source>
        <translation>&amp;Speicher und Festplatte…</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>&amp;Mehr wie diese</translation>
    </message>
    <message>
        <source>&amp;Add as example</source>
        <translation>&amp;Als Beispiel hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Less like this</source>
        <translation>&amp;Weniger wie diese</translation>
    </message>
    <message>
        <source>Find like a &amp;part of this…</source>
        <translation>Wie ein &amp;Teil davon finden…</translation>
    </message>
    <message>
        <source>&amp;Search by a picture…</source>
        <translation>Mit einem &amp;Bild suchen…</translation>
    </message>
    <message>
        <source>Paste pict&amp;ure to search</source>
        <translation>Bild zum Suchen &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Duplicates…</source>
        <translation>&amp;Duplikate…</translation>
    </message>
    <message>
        <source>Make &amp;vectors for similarity search</source>
        <translation>&amp;Vektoren für die Ähnlichkeitssuche berechnen</translation>
    </message>
</context>
<context>
    <name>CheckWording</name>
    <message>
        <source>“multiple” with the subtype “single panel”</source>
        <translation>„multiple“ mit dem Untertyp „single panel“</translation>
    </message>
    <message>
        <source>“single” with a subtype of several panels</source>
        <translation>„single“ mit einem Untertyp für mehrere Panels</translation>
    </message>
    <message>
        <source>Secondary class without its primary class</source>
        <translation>Sekundärklasse ohne ihre Primärklasse</translation>
    </message>
    <message>
        <source>Class that does not exist</source>
        <translation>Klasse, die es nicht gibt</translation>
    </message>
    <message>
        <source>Class that was given up</source>
        <translation>Klasse, die aufgegeben wurde</translation>
    </message>
    <message>
        <source>Panel type and subtype exclude each other: one of them is wrong.</source>
        <translation>Paneltyp und Untertyp schließen einander aus: eines davon ist falsch.</translation>
    </message>
    <message>
        <source>A secondary class belongs to a primary class, which the figure does not have.</source>
        <translation>Eine Sekundärklasse gehört zu einer Primärklasse, die der Abbildung fehlt.</translation>
    </message>
    <message>
        <source>The classes of this collection do not have it, or write it otherwise.</source>
        <translation>Die Klassen dieser Sammlung kennen sie nicht oder schreiben sie anders.</translation>
    </message>
    <message>
        <source>It is no longer offered; figures keep it until they are decided anew.</source>
        <translation>Sie wird nicht mehr angeboten; Abbildungen behalten sie, bis neu entschieden wird.</translation>
    </message>
    <message>
        <source>Set the panel type to %1</source>
        <translation>Paneltyp auf %1 setzen</translation>
    </message>
    <message>
        <source>Set the subtype to %1</source>
        <translation>Untertyp auf %1 setzen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <comment>primary classes</comment>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <comment>secondary classes</comment>
        <translation>%1 wegnehmen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <comment>a class</comment>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Correct the panel type</source>
        <translation>Paneltyp berichtigen</translation>
    </message>
    <message>
        <source>Correct the subtype</source>
        <translation>Untertyp berichtigen</translation>
    </message>
    <message>
        <source>Take my answers to the subtype back</source>
        <translation>Meine Antworten zum Untertyp löschen</translation>
    </message>
    <message>
        <source>Add the missing primary classes</source>
        <translation>Die fehlenden Primärklassen hinzufügen</translation>
    </message>
    <message>
        <source>Take these secondary classes away</source>
        <translation>Diese Sekundärklassen wegnehmen</translation>
    </message>
    <message>
        <source>Write them as the classes are written</source>
        <translation>So schreiben, wie die Klassen heißen</translation>
    </message>
    <message>
        <source>Use the classes that were probably meant</source>
        <translation>Die vermutlich gemeinten Klassen verwenden</translation>
    </message>
    <message>
        <source>Use what was named instead</source>
        <translation>Den genannten Ersatz verwenden</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>--theme is dark or light, not &apos;%1&apos;</source>
        <translation>--theme erwartet dark oder light, nicht „%1“</translation>
    </message>
    <message>
        <source>--size is a width and a height such as 1600x1000, not &apos;%1&apos;</source>
        <translation>--size erwartet Breite und Höhe wie 1600x1000, nicht „%1“</translation>
    </message>
    <message>
        <source>--text is a number of percent from 100 to 200, not &apos;%1&apos;</source>
        <translation>--text erwartet einen Prozentwert von 100 bis 200, nicht „%1“</translation>
    </message>
    <message>
        <source>--do names actions such as ViewTable, not &apos;%1&apos;</source>
        <translation>--do erwartet Aktionen wie ViewTable, nicht „%1“</translation>
    </message>
    <message>
        <source>--language is one of %1, not &apos;%2&apos;</source>
        <translation>--language erwartet einen Wert aus %1, nicht „%2“</translation>
    </message>
    <message>
        <source>Browse, search, label and export scientific figures.</source>
        <translation>Wissenschaftliche Abbildungen sichten, durchsuchen, labeln und exportieren.</translation>
    </message>
    <message>
        <source>COLLECTION | SHARD…</source>
        <translation>SAMMLUNG | SHARD…</translation>
    </message>
    <message>
        <source>A collection&apos;s folder, or shards and folders of shards.</source>
        <translation>Der Ordner einer Sammlung oder Shards und Ordner mit Shards.</translation>
    </message>
    <message>
        <source>Open the demo figures; draw them the first time.</source>
        <translation>Die Demo-Abbildungen öffnen; beim ersten Mal werden sie gezeichnet.</translation>
    </message>
    <message>
        <source>Write the window to FILE.png and exit.</source>
        <translation>Das Fenster in FILE.png speichern und beenden.</translation>
    </message>
    <message>
        <source>dark or light.</source>
        <translation>dark oder light.</translation>
    </message>
    <message>
        <source>Size of all text in percent, 100 to 200.</source>
        <translation>Größe aller Texte in Prozent, 100 bis 200.</translation>
    </message>
    <message>
        <source>Language of the window, such as de.</source>
        <translation>Sprache des Fensters, zum Beispiel de.</translation>
    </message>
    <message>
        <source>The window&apos;s size, such as 1600x1000.</source>
        <translation>Größe des Fensters, zum Beispiel 1600x1000.</translation>
    </message>
    <message>
        <source>What to search for.</source>
        <translation>Wonach gesucht wird.</translation>
    </message>
    <message>
        <source>Actions to carry out once everything is shown, such as ViewTable.</source>
        <translation>Aktionen, die ausgeführt werden, sobald alles angezeigt ist, zum Beispiel ViewTable.</translation>
    </message>
    <message>
        <source>--at is a position from 1 on, not &apos;%1&apos;</source>
        <translation>--at ist eine Position ab 1, nicht &apos;%1&apos;</translation>
    </message>
    <message>
        <source>The position to go to among what is found.</source>
        <translation>Die Position, zu der unter den Treffern gegangen wird.</translation>
    </message>
</context>
<context>
    <name>EntryWording</name>
    <message>
        <source>a change of the classes that this version cannot read</source>
        <translation>eine Änderung der Klassen, die diese Version nicht lesen kann</translation>
    </message>
    <message>
        <source>new class “%1”</source>
        <translation>neue Klasse „%1“</translation>
    </message>
    <message>
        <source>new class “%1” below %2</source>
        <translation>neue Klasse „%1“ unter %2</translation>
    </message>
    <message>
        <source>class “%1” renamed to %2</source>
        <translation>Klasse „%1“ umbenannt in %2</translation>
    </message>
    <message>
        <source>class “%1” merged into %2</source>
        <translation>Klasse „%1“ vereint mit %2</translation>
    </message>
    <message>
        <source>class “%1” split into %2</source>
        <translation>Klasse „%1“ aufgeteilt in %2</translation>
    </message>
    <message>
        <source>class “%1” given up</source>
        <translation>Klasse „%1“ aufgegeben</translation>
    </message>
    <message>
        <source>class “%1” given up for %2</source>
        <translation>Klasse „%1“ aufgegeben zugunsten von %2</translation>
    </message>
    <message>
        <source>class “%1” brought back</source>
        <translation>Klasse „%1“ zurückgeholt</translation>
    </message>
    <message>
        <source>class “%1” moved below %2</source>
        <translation>Klasse „%1“ unter %2 gestellt</translation>
    </message>
    <message>
        <source>all classes replaced by those of a file</source>
        <translation>alle Klassen durch die einer Datei ersetzt</translation>
    </message>
    <message>
        <source>an assignment that this version cannot read</source>
        <translation>eine Zuteilung, die diese Version nicht lesen kann</translation>
    </message>
    <message>
        <source>given to “%1” to label again</source>
        <translation>an „%1“ zum erneuten Labeln gegeben</translation>
    </message>
    <message>
        <source>given to “%1” to label</source>
        <translation>an „%1“ zum Labeln gegeben</translation>
    </message>
    <message>
        <source>a review that this version cannot read</source>
        <translation>eine Durchsicht, die diese Version nicht lesen kann</translation>
    </message>
    <message>
        <source>review taken back</source>
        <translation>Durchsicht zurückgenommen</translation>
    </message>
    <message>
        <source>comment: %1</source>
        <translation>Kommentar: %1</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>accepted: %1</source>
        <translation>angenommen: %1</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>zurückgegeben</translation>
    </message>
    <message>
        <source>sent back: %1</source>
        <translation>zurückgegeben: %1</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>wieder geöffnet</translation>
    </message>
    <message>
        <source>reopened: %1</source>
        <translation>wieder geöffnet: %1</translation>
    </message>
    <message>
        <source>one figure</source>
        <translation>eine Abbildung</translation>
    </message>
    <message>
        <source>many figures at once</source>
        <translation>viele Abbildungen auf einmal</translation>
    </message>
    <message>
        <source>a whole cluster at once</source>
        <translation>ein ganzer Cluster auf einmal</translation>
    </message>
    <message>
        <source>adopted from the shard</source>
        <translation>aus dem Shard übernommen</translation>
    </message>
    <message>
        <source>carried over from similar figures</source>
        <translation>von ähnlichen Abbildungen übertragen</translation>
    </message>
    <message>
        <source>a suggestion accepted</source>
        <translation>ein Vorschlag übernommen</translation>
    </message>
    <message>
        <source>decided in review</source>
        <translation>in der Durchsicht entschieden</translation>
    </message>
    <message>
        <source>a contradiction resolved</source>
        <translation>ein Widerspruch aufgelöst</translation>
    </message>
</context>
<context>
    <name>FacetMenu</name>
    <message>
        <source>&amp;Only this</source>
        <translation>&amp;Nur dies</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>&amp;Without this again</source>
        <translation>&amp;Wieder ohne dies</translation>
    </message>
    <message>
        <source>This &amp;too</source>
        <translation>&amp;Auch dies</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Strg+Klick</translation>
    </message>
    <message>
        <source>This &amp;besides the others</source>
        <translation>&amp;Zusammen mit den anderen</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Umschalt+Klick</translation>
    </message>
    <message>
        <source>No longer &amp;exclude this</source>
        <translation>Nicht mehr aus&amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Not this</source>
        <translation>&amp;Dies nicht</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+Klick</translation>
    </message>
    <message>
        <source>&amp;Copy value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;filter</source>
        <translation>Als &amp;Filter kopieren</translation>
    </message>
    <message>
        <source>&amp;Select these figures</source>
        <translation>Diese Abbildungen &amp;auswählen</translation>
    </message>
</context>
<context>
    <name>FigureTableModel</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Zeitschrift</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Panel type</source>
        <translation>Paneltyp</translation>
    </message>
    <message>
        <source>Panel subtype</source>
        <translation>Untertyp</translation>
    </message>
    <message>
        <source>Primary class</source>
        <translation>Primärklasse</translation>
    </message>
    <message>
        <source>Secondary class</source>
        <translation>Sekundärklasse</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Shard</source>
        <translation>Shard</translation>
    </message>
    <message>
        <source>Subset</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Gelabelt von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>FigureText</name>
    <message>
        <source>Figure %1 · %2</source>
        <translation>Abbildung %1 · %2</translation>
    </message>
    <message>
        <source>no licence stated</source>
        <translation>keine Lizenz angegeben</translation>
    </message>
    <message>
        <source>This figure has no caption.</source>
        <translation>Diese Abbildung hat keine Bildunterschrift.</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>shard</source>
        <translation>Shard</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>citation</source>
        <translation>Quellenangabe</translation>
    </message>
    <message>
        <source>MeSH terms</source>
        <translation>MeSH-Begriffe</translation>
    </message>
    <message>
        <source>keywords</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Figure %1 of %2 · %3</source>
        <translation>Abbildung %1 von %2 · %3</translation>
    </message>
    <message>
        <source>, figure %1</source>
        <translation>, Abb. %1</translation>
    </message>
    <message>
        <source>free for any use</source>
        <translation>frei für jede Nutzung</translation>
    </message>
    <message>
        <source>name the authors</source>
        <translation>Namensnennung</translation>
    </message>
    <message>
        <source>non-commercial use only</source>
        <translation>nur nicht kommerzielle Nutzung</translation>
    </message>
    <message>
        <source>no derivatives</source>
        <translation>keine Bearbeitungen</translation>
    </message>
    <message>
        <source>share under the same licence</source>
        <translation>Weitergabe unter gleicher Lizenz</translation>
    </message>
</context>
<context>
    <name>ImpactText</name>
    <message>
        <source>Makes a new class; no figure carries it yet.</source>
        <translation>Legt eine neue Klasse an; noch trägt sie keine Abbildung.</translation>
    </message>
    <message>
        <source>Renames it on %1.</source>
        <translation>Benennt sie um, auf %1.</translation>
    </message>
    <message>
        <source>Counts as “%1” from now on, on %2.</source>
        <translation>Zählt von nun an als „%1“, auf %2.</translation>
    </message>
    <message>
        <source>%1 One undo takes it back.</source>
        <comment>what it does</comment>
        <translation>%1 Einmal Rückgängigmachen nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1 Votes for it: %2. Figures whose shard says it: %3. One undo takes it back.</source>
        <comment>what it does</comment>
        <translation>%1 Stimmen dafür: %2. Abbildungen, deren Shard es sagt: %3. Einmal Rückgängigmachen nimmt es zurück.</translation>
    </message>
    <message>
        <source>Its parts are offered in its place. To be decided anew, listed by “Check labels”: %1.</source>
        <translation>Ihre Teile werden an ihrer Stelle angeboten. Neu zu entscheiden und unter „Labels prüfen“ aufgeführt: %1.</translation>
    </message>
    <message>
        <source>No longer offered. Kept, and listed by “Check labels”: %1.</source>
        <translation>Wird nicht mehr angeboten. Behalten sie und stehen unter „Labels prüfen“: %1.</translation>
    </message>
    <message>
        <source>Offered again. Carried by %1.</source>
        <translation>Wird wieder angeboten. Tragen sie: %1.</translation>
    </message>
    <message>
        <source>Stands below “%1” from now on. Carried by %2, whose labels stay.</source>
        <translation>Steht von nun an unter „%1“. Tragen sie und behalten ihre Labels: %2.</translation>
    </message>
    <message>
        <source>Takes the place of all classes. With a class that the file lacks: %1.</source>
        <translation>Ersetzt alle Klassen. Mit einer Klasse, die der Datei fehlt: %1.</translation>
    </message>
</context>
<context>
    <name>KeyOverlay</name>
    <message>
        <source>← → ↑ ↓</source>
        <translation>← → ↑ ↓</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Navigieren</translation>
    </message>
    <message>
        <source>PgUp PgDn Home End</source>
        <translation>Bild auf/ab, Pos1, Ende</translation>
    </message>
    <message>
        <source>Page, first, last</source>
        <translation>Seitenweise, erste, letzte</translation>
    </message>
    <message>
        <source>Shift+arrows, Shift+click</source>
        <translation>Umschalt+Pfeil, Umschalt+Klick</translation>
    </message>
    <message>
        <source>Select a range</source>
        <translation>Bereich auswählen</translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation>Strg+Klick</translation>
    </message>
    <message>
        <source>Select one more</source>
        <translation>Eine weitere auswählen</translation>
    </message>
    <message>
        <source>1 … 9, 0</source>
        <translation>1 … 9, 0</translation>
    </message>
    <message>
        <source>Shift+1 … Shift+0</source>
        <translation>Umschalt+1 … Umschalt+0</translation>
    </message>
    <message>
        <source>Answers 11 to 20</source>
        <translation>Antworten 11 bis 20</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>Größe der Vorschaubilder</translation>
    </message>
    <message>
        <source>Click, Ctrl+click, Alt+click on a filter</source>
        <translation>Klick, Strg+Klick, Alt+Klick auf einen Filter</translation>
    </message>
    <message>
        <source>Only this, this too, not this</source>
        <translation>Nur dies, auch dies, dies nicht</translation>
    </message>
    <message>
        <source>Moving and answering</source>
        <translation>Navigieren und antworten</translation>
    </message>
    <message>
        <source>Answer the current question; one answer moves on by itself</source>
        <translation>Aktuelle Frage beantworten; bei nur einer Antwort geht es von selbst weiter</translation>
    </message>
</context>
<context>
    <name>KeyPresets</name>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>Fi&amp;gure</source>
        <translation>Abb&amp;ildung</translation>
    </message>
    <message>
        <source>G&amp;o</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>Da&amp;rstellung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>E&amp;xperts</source>
        <translation>E&amp;xperten</translation>
    </message>
    <message>
        <source>&amp;Similarity</source>
        <translation>Ähn&amp;lichkeit</translation>
    </message>
</context>
<context>
    <name>OutcomeText</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Replaced %1 by %2</source>
        <translation>Ersetzt: %1 durch %2</translation>
    </message>
    <message>
        <source>Took away %1</source>
        <translation>Weggenommen: %1</translation>
    </message>
    <message>
        <source>Repeated %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>%1 · %2 undoes</source>
        <translation>%1 · %2 macht es rückgängig</translation>
    </message>
    <message>
        <source>Undid %1 on %2</source>
        <translation>Rückgängig gemacht: %1 bei %2</translation>
    </message>
    <message>
        <source>%1 · %2 redoes</source>
        <translation>%1 · %2 stellt es wieder her</translation>
    </message>
    <message>
        <source>Redid %1 on %2</source>
        <translation>Wiederhergestellt: %1 bei %2</translation>
    </message>
    <message>
        <source>the answers of the shards</source>
        <translation>die Antworten der Shards</translation>
    </message>
    <message>
        <source>Undid: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Redid: %1</source>
        <translation>Wiederhergestellt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n Entscheidung</numerusform>
            <numerusform>%n Entscheidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>taking away %1</source>
        <translation>das Wegnehmen von %1</translation>
    </message>
</context>
<context>
    <name>ProblemWording</name>
    <message>
        <source>Shard away</source>
        <translation>Shard nicht erreichbar</translation>
    </message>
    <message>
        <source>Shard damaged</source>
        <translation>Shard beschädigt</translation>
    </message>
    <message>
        <source>About a shard</source>
        <translation>Hinweis zum Shard</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Picture broken</source>
        <translation>Bild defekt</translation>
    </message>
    <message>
        <source>Connect its drive, or find it where it was moved to</source>
        <translation>Sein Laufwerk anschließen oder den neuen Ort suchen</translation>
    </message>
    <message>
        <source>Copy or download the shard again, then look for changed shards</source>
        <translation>Den Shard neu kopieren oder herunterladen, dann nach geänderten Shards suchen</translation>
    </message>
    <message>
        <source>Its figures can be used; a fresh or recompressed copy of the shard mends what is said</source>
        <translation>Seine Abbildungen sind verwendbar; eine neue oder neu komprimierte Kopie des Shards behebt das Genannte</translation>
    </message>
    <message>
        <source>The sample is not among the figures; the shard would have to be made anew</source>
        <translation>Das Sample ist nicht unter den Abbildungen; der Shard müsste neu erstellt werden</translation>
    </message>
    <message>
        <source>The figure can be labelled; the part that is named is missing</source>
        <translation>Die Abbildung lässt sich labeln; der genannte Teil fehlt</translation>
    </message>
    <message>
        <source>The figure can be labelled by its caption; flag it to leave it out</source>
        <translation>Die Abbildung lässt sich anhand der Bildunterschrift labeln; zum Auslassen markieren</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not there</source>
        <translation>„%1“ ist nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>QueryWording</name>
    <message>
        <source>a field that is not empty</source>
        <translation>ein Feld, das nicht leer ist</translation>
    </message>
    <message>
        <source>searched before</source>
        <translation>früher gesucht</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>mentions</source>
        <translation>Erwähnungen</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Erwähnungen</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>Zeitschrift</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Zeitschrift</translation>
    </message>
    <message>
        <source>MeSH</source>
        <translation>MeSH</translation>
    </message>
    <message>
        <source>MeSH term</source>
        <translation>MeSH-Begriff</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>shard</source>
        <translation>Shard</translation>
    </message>
    <message>
        <source>Shard</source>
        <translation>Shard</translation>
    </message>
    <message>
        <source>subset</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>Subset</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>panel type</source>
        <translation>Paneltyp</translation>
    </message>
    <message>
        <source>Panel type</source>
        <translation>Paneltyp</translation>
    </message>
    <message>
        <source>subtype</source>
        <translation>Untertyp</translation>
    </message>
    <message>
        <source>Subtype</source>
        <translation>Untertyp</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>Primärklasse</translation>
    </message>
    <message>
        <source>Primary class</source>
        <translation>Primärklasse</translation>
    </message>
    <message>
        <source>secondary</source>
        <translation>Sekundärklasse</translation>
    </message>
    <message>
        <source>Secondary class</source>
        <translation>Sekundärklasse</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>gelabelt von</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Gelabelt von</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Source of labels</source>
        <translation>Herkunft der Labels</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>assigned to</source>
        <translation>zugeteilt</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugeteilt an</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Breite in Pixeln</translation>
    </message>
    <message>
        <source>height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Höhe in Pixeln</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>mit Label</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>ohne Label</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>strittig</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>a range</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>a range</comment>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>a range</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>any</source>
        <comment>a range</comment>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>an excluded filter</comment>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>not %1 %2</source>
        <comment>an excluded filter: field, value</comment>
        <translation>nicht %1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a filter: field, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the values of a filter</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>with</source>
        <comment>has a title, a caption</comment>
        <translation>mit</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a part of a query</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>not</source>
        <comment>before an excluded filter</comment>
        <translation>nicht</translation>
    </message>
    <message>
        <source>unlike</source>
        <comment>before an example</comment>
        <translation>unähnlich</translation>
    </message>
    <message>
        <source>like</source>
        <comment>before an example</comment>
        <translation>ähnlich</translation>
    </message>
</context>
<context>
    <name>TablePainter</name>
    <message>
        <source>no picture</source>
        <translation>kein Bild</translation>
    </message>
</context>
<context>
    <name>TilePainter</name>
    <message>
        <source>disputed</source>
        <translation>strittig</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>ohne Label</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>panel type</source>
        <translation>Paneltyp</translation>
    </message>
    <message>
        <source>subtype</source>
        <translation>Untertyp</translation>
    </message>
    <message>
        <source>primary class</source>
        <translation>Primärklasse</translation>
    </message>
    <message>
        <source>secondary class</source>
        <translation>Sekundärklasse</translation>
    </message>
    <message>
        <source>clearing %1</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>clearing the status</source>
        <translation>Status gelöscht</translation>
    </message>
    <message>
        <source>“unsure”</source>
        <translation>„unsicher“</translation>
    </message>
    <message>
        <source>“skipped”</source>
        <translation>„übersprungen“</translation>
    </message>
    <message>
        <source>the flag</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>clearing the flag</source>
        <translation>Markierung entfernt</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>1 figure</source>
        <translation>1 Abbildung</translation>
    </message>
    <message>
        <source>%1 figures</source>
        <translation>%1 Abbildungen</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%L1 h</source>
        <translation>%L1 Std.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::AboutBox</name>
    <message>
        <source>About Biomedica Curator</source>
        <translation>Über Biomedica Curator</translation>
    </message>
    <message>
        <source>Biomedica Curator %1</source>
        <translation>Biomedica Curator %1</translation>
    </message>
    <message>
        <source>Libraries with version and licence</source>
        <translation>Bibliotheken mit Version und Lizenz</translation>
    </message>
    <message>
        <source>Browse, search, label and export millions of scientific figures.</source>
        <translation>Millionen wissenschaftlicher Abbildungen sichten, durchsuchen, labeln und exportieren.</translation>
    </message>
    <message>
        <source>Free software under the &lt;a href=&quot;https://www.gnu.org/licenses/gpl-3.0.html&quot;&gt;GNU General Public License&lt;/a&gt;, version 3 or later, without any warranty. The figures keep the licences of their articles.</source>
        <translation>Freie Software unter der &lt;a href=&quot;https://www.gnu.org/licenses/gpl-3.0.html&quot;&gt;GNU General Public License&lt;/a&gt;, Version 3 oder neuer, ohne jede Gewährleistung. Für die Abbildungen gelten weiterhin die Lizenzen ihrer Artikel.</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>Basiert auf</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ActionModel</name>
    <message>
        <source>What it does</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a menu and what is chosen there</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FigureResultModel</name>
    <message>
        <source>an example of this search</source>
        <translation>ein Beispiel dieser Suche</translation>
    </message>
    <message>
        <source>a counter-example of this search</source>
        <translation>ein Gegenbeispiel dieser Suche</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::AllFields</name>
    <message>
        <source>All fields</source>
        <translation>Alle Felder</translation>
    </message>
    <message>
        <source>Fields as stored</source>
        <translation>Felder im Original</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>(nicht vorhanden)</translation>
    </message>
    <message>
        <source>(hidden until you have answered)</source>
        <translation>(verborgen, bis Sie geantwortet haben)</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ArticleStrip</name>
    <message>
        <source>Figures of this article</source>
        <translation>Abbildungen dieses Artikels</translation>
    </message>
    <message numerus="yes">
        <source>In this article · %n figure(s)</source>
        <translation>
            <numerusform>In diesem Artikel · %n Abbildung</numerusform>
            <numerusform>In diesem Artikel · %n Abbildungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Attention</name>
    <message>
        <source>All shards are there again</source>
        <translation>Alle Shards sind wieder erreichbar</translation>
    </message>
    <message>
        <source>&amp;Go on with the paused job</source>
        <translation>Angehaltenen Vorgang &amp;fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n shard(s) of this collection are not read yet; their figures are not to be seen here.</source>
        <translation>
            <numerusform>%n Shard dieser Sammlung ist noch nicht eingelesen; seine Abbildungen fehlen hier.</numerusform>
            <numerusform>%n Shards dieser Sammlung sind noch nicht eingelesen; ihre Abbildungen fehlen hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue indexing</source>
        <translation>Einlesen fortsetzen</translation>
    </message>
    <message>
        <source>A drive with shards of this collection does not answer. Everything but the pictures on it goes on working.</source>
        <translation>Ein Laufwerk mit Shards dieser Sammlung antwortet nicht. Bis auf die Bilder darauf funktioniert alles weiter.</translation>
    </message>
    <message>
        <source>The shard %1 is not there. Its pictures come back when it does; captions and labels are safe. If it was moved, show where it is.</source>
        <translation>Der Shard %1 ist nicht erreichbar. Seine Bilder erscheinen wieder, sobald er da ist; Bildunterschriften und Labels sind sicher. Falls er verschoben wurde, den neuen Ort angeben.</translation>
    </message>
    <message numerus="yes">
        <source>%n shards are not there. Their pictures come back when they do; captions and labels are safe. If they were moved, show where they are.</source>
        <translation>
            <numerusform>%n Shard ist nicht erreichbar. Seine Bilder erscheinen wieder, sobald er da ist; Bildunterschriften und Labels sind sicher. Falls er verschoben wurde, den neuen Ort angeben.</numerusform>
            <numerusform>%n Shards sind nicht erreichbar. Ihre Bilder erscheinen wieder, sobald sie da sind; Bildunterschriften und Labels sind sicher. Falls sie verschoben wurden, den neuen Ort angeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find moved shards…</source>
        <translation>Verschobene Shards finden…</translation>
    </message>
    <message>
        <source>A job is running</source>
        <translation>Ein Vorgang läuft</translation>
    </message>
    <message>
        <source>An export is running. Stop it and close the window?</source>
        <translation>Ein Export läuft. Export stoppen und Fenster schließen?</translation>
    </message>
    <message>
        <source>A job is running. Stop it and close the window?</source>
        <translation>Ein Vorgang läuft. Vorgang stoppen und Fenster schließen?</translation>
    </message>
    <message>
        <source>Nothing of a stopped export is left in its folder.</source>
        <translation>Ein gestoppter Export hinterlässt nichts in seinem Ordner.</translation>
    </message>
    <message>
        <source>It can be started again at any time.</source>
        <translation>Der Vorgang lässt sich jederzeit neu starten.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Stoppen und schließen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Banner</name>
    <message>
        <source>Details…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ChecksDialog</name>
    <message>
        <source>Show these figures</source>
        <translation>Diese Abbildungen zeigen</translation>
    </message>
    <message>
        <source>Check labels</source>
        <translation>Labels prüfen</translation>
    </message>
    <message>
        <source>Some of the figures</source>
        <translation>Einige der Abbildungen</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Checking all labels…</source>
        <translation>Alle Labels werden geprüft…</translation>
    </message>
    <message>
        <source>Labels that contradict each other on %1.</source>
        <translation>Labels, die einander widersprechen, auf %1.</translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>Nichts zu berichtigen</translation>
    </message>
    <message>
        <source>%1 There is no likely way out: label these figures by hand.</source>
        <translation>%1 Es gibt keinen naheliegenden Ausweg: Labeln Sie diese Abbildungen von Hand.</translation>
    </message>
    <message>
        <source>%1 One undo takes a change back.</source>
        <translation>%1 Einmal Rückgängigmachen nimmt eine Änderung zurück.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what, on how many figures</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>Nothing was changed: these figures also carry a class that does not exist.</source>
        <translation>Nichts wurde geändert: Diese Abbildungen tragen auch eine Klasse, die es nicht gibt.</translation>
    </message>
    <message>
        <source>No label contradicts another. Looked at is what holds of a figure: the majority&apos;s answers, else the shard&apos;s.</source>
        <translation>Kein Label widerspricht einem anderen. Betrachtet wird, was von einer Abbildung gilt: die Antworten der Mehrheit, sonst die des Shards.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ClassFinder</name>
    <message>
        <source>Find a class</source>
        <translation>Klasse suchen</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Type a class or another word for it</source>
        <translation>Klasse oder ein anderes Wort dafür eingeben</translation>
    </message>
    <message>
        <source>recent</source>
        <comment>a class that was used just now</comment>
        <translation>kürzlich</translation>
    </message>
    <message>
        <source>No class called “%1”</source>
        <translation>Keine Klasse namens „%1“</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ClassForm</name>
    <message>
        <source>The classes of “%1” take the place of those of this collection.</source>
        <translation>Die Klassen aus „%1“ ersetzen die dieser Sammlung.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Its parts, one a line</source>
        <translation>Ihre Teile, einer je Zeile</translation>
    </message>
    <message>
        <source>Its parts,
one a line</source>
        <translation>Ihre Teile,
einer je Zeile</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>Stattdessen</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Unter</translation>
    </message>
    <message>
        <source>nothing in particular</source>
        <translation>nichts Bestimmtes</translation>
    </message>
    <message>
        <source>nothing: a primary class</source>
        <translation>nichts: eine Primärklasse</translation>
    </message>
    <message>
        <source>A class is split into at least two.</source>
        <translation>Eine Klasse wird in mindestens zwei aufgeteilt.</translation>
    </message>
    <message>
        <source>Add class</source>
        <translation>Klasse anlegen</translation>
    </message>
    <message>
        <source>Rename class</source>
        <translation>Klasse umbenennen</translation>
    </message>
    <message>
        <source>Merge classes</source>
        <translation>Klassen vereinen</translation>
    </message>
    <message>
        <source>Split class</source>
        <translation>Klasse aufteilen</translation>
    </message>
    <message>
        <source>Give class up</source>
        <translation>Klasse aufgeben</translation>
    </message>
    <message>
        <source>Bring class back</source>
        <translation>Klasse zurückholen</translation>
    </message>
    <message>
        <source>Move class</source>
        <translation>Klasse umstellen</translation>
    </message>
    <message>
        <source>Replace all classes</source>
        <translation>Alle Klassen ersetzen</translation>
    </message>
    <message>
        <source>A class that figures can be labelled with.</source>
        <translation>Eine Klasse, mit der sich Abbildungen labeln lassen.</translation>
    </message>
    <message>
        <source>A further panel type.</source>
        <translation>Ein weiterer Paneltyp.</translation>
    </message>
    <message>
        <source>A further panel subtype.</source>
        <translation>Ein weiterer Untertyp.</translation>
    </message>
    <message>
        <source>“%1” gets another name, on all figures that carry it.</source>
        <translation>„%1“ bekommt einen anderen Namen, auf allen Abbildungen, die sie tragen.</translation>
    </message>
    <message>
        <source>“%1” becomes one with another class.</source>
        <translation>„%1“ wird eins mit einer anderen Klasse.</translation>
    </message>
    <message>
        <source>“%1” gives place to several classes; they are made where they are new.</source>
        <translation>„%1“ macht mehreren Klassen Platz; neue werden angelegt.</translation>
    </message>
    <message>
        <source>“%1” is no longer offered. Figures keep it until they are decided anew.</source>
        <translation>„%1“ wird nicht mehr angeboten. Abbildungen behalten sie, bis neu entschieden wird.</translation>
    </message>
    <message>
        <source>“%1” is offered again.</source>
        <translation>„%1“ wird wieder angeboten.</translation>
    </message>
    <message>
        <source>“%1” stands below another primary class.</source>
        <translation>„%1“ steht unter einer anderen Primärklasse.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ClassTreeModel</name>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>given up, use %1</source>
        <comment>classes</comment>
        <translation>aufgegeben, stattdessen %1</translation>
    </message>
    <message>
        <source>Panel type</source>
        <translation>Paneltyp</translation>
    </message>
    <message>
        <source>Panel subtype</source>
        <translation>Untertyp</translation>
    </message>
    <message>
        <source>Primary classes, secondary ones below them</source>
        <translation>Primärklassen, darunter Sekundärklassen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ComparePage</name>
    <message>
        <source>Zoom together</source>
        <translation>Gemeinsam zoomen</translation>
    </message>
    <message>
        <source>Zoom and move all pictures at once</source>
        <translation>Alle Bilder gemeinsam zoomen und verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Comparing %n figure(s)</source>
        <translation>
            <numerusform>Vergleich von %n Abbildung</numerusform>
            <numerusform>Vergleich von %n Abbildungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ComparePane</name>
    <message>
        <source>unlabelled</source>
        <translation>ohne Label</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::CompletionList</name>
    <message>
        <source>Completions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ContradictionModel</name>
    <message>
        <source>What contradicts what</source>
        <translation>Was wem widerspricht</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::DecisionController</name>
    <message>
        <source>The shard has no answer to accept for “%1”</source>
        <translation>Der Shard enthält für „%1“ keine Antwort zum Übernehmen</translation>
    </message>
    <message>
        <source>The shard has no answers to accept for this figure</source>
        <translation>Der Shard hat keine Antworten zu dieser Abbildung, die man übernehmen könnte</translation>
    </message>
    <message>
        <source>There is no label to repeat yet</source>
        <translation>Es gibt noch kein Label zum Wiederholen</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>Es gibt nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>You work blind: what the shard says is hidden until you have answered</source>
        <translation>Sie arbeiten blind: Was der Shard sagt, ist verborgen, bis Sie geantwortet haben</translation>
    </message>
    <message>
        <source>There is no contradiction to resolve</source>
        <translation>Kein Widerspruch, der aufzulösen wäre</translation>
    </message>
    <message>
        <source>No figure before this one has been labelled yet</source>
        <translation>Vor dieser hat noch keine Abbildung ein Label</translation>
    </message>
    <message>
        <source>The figure before has no answers of yours</source>
        <translation>Die Abbildung davor hat keine Antworten von Ihnen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::DropHint</name>
    <message>
        <source>Drop to open</source>
        <translation>Zum Öffnen hier ablegen</translation>
    </message>
    <message>
        <source>Shards, folders of shards or a collection. The files stay where they are.</source>
        <translation>Shards, Ordner mit Shards oder eine Sammlung. Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Drop to add to this collection</source>
        <translation>Zum Hinzufügen hier ablegen</translation>
    </message>
    <message>
        <source>The figures in these shards join those that are here.</source>
        <translation>Die Abbildungen aus diesen Shards kommen zu den vorhandenen hinzu.</translation>
    </message>
    <message>
        <source>Drop to search</source>
        <translation>Zum Suchen hier ablegen</translation>
    </message>
    <message>
        <source>Finds the figures that are most like this picture.</source>
        <translation>Findet die Abbildungen, die diesem Bild am ähnlichsten sind.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::EmptyHint</name>
    <message>
        <source>No figure matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>Looking for the filter to drop…</source>
        <translation>Es wird geprüft, welcher Filter im Weg ist…</translation>
    </message>
    <message>
        <source>without %1: %2</source>
        <translation>%1 weglassen: %2</translation>
    </message>
    <message>
        <source>without %1 and %2: %3</source>
        <translation>%1 und %2 weglassen: %3</translation>
    </message>
    <message>
        <source>There are figures if you drop:</source>
        <translation>Treffer gibt es ohne diese Teile:</translation>
    </message>
    <message>
        <source>No figure in this collection comes near to this search.</source>
        <translation>Keine Abbildung dieser Sammlung kommt dieser Suche nahe.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche zurücksetzen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ExportDialog</name>
    <message>
        <source>Only figures that somebody has labelled</source>
        <translation>Nur Abbildungen, die jemand gelabelt hat</translation>
    </message>
    <message>
        <source>Replace an earlier export in this folder</source>
        <translation>Früheren Export in diesem Ordner ersetzen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The figures found by: %1</source>
        <translation>Treffer der Suche: %1</translation>
    </message>
    <message>
        <source>The whole collection</source>
        <translation>Die ganze Sammlung</translation>
    </message>
    <message>
        <source>What most annotators say (consensus)</source>
        <translation>Mehrheit der Stimmen (Konsens)</translation>
    </message>
    <message>
        <source>Only my labels (%1)</source>
        <translation>Nur meine Labels (%1)</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>Ein neuer oder leerer Ordner</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Figures per shard</source>
        <translation>Abbildungen pro Shard</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt…</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>Ordner für den Export</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 shard</source>
        <translation>1 Shard</translation>
    </message>
    <message>
        <source>%1 shards</source>
        <translation>%1 Shards</translation>
    </message>
    <message>
        <source>Exported %1, %2 of them labelled, into %3 (%4). </source>
        <translation>%1 exportiert, davon %2 mit Label, in %3 (%4). </translation>
    </message>
    <message>
        <source>Read back and compared: every byte is as it should be.</source>
        <translation>Zurückgelesen und verglichen: Jedes Byte stimmt.</translation>
    </message>
    <message>
        <source>Reading it back found a difference: %1: %2</source>
        <translation>Beim Zurücklesen zeigte sich ein Unterschied: %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing to export: no figure matches this search any more</source>
        <translation>Nichts zu exportieren: Keine Abbildung passt mehr zu dieser Suche</translation>
    </message>
    <message numerus="yes">
        <source>Nothing to export: none of these %Ln figure(s) is labelled</source>
        <translation>
            <numerusform>Nichts zu exportieren: Diese Abbildung hat kein Label</numerusform>
            <numerusform>Nichts zu exportieren: Keine dieser %Ln Abbildungen hat ein Label</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2 were found before labels changed</source>
        <translation>%1; %2 waren es, bevor sich Labels änderten</translation>
    </message>
    <message>
        <source>Of identical pictures only one</source>
        <translation>Von gleichen Bildern nur eines</translation>
    </message>
    <message>
        <source>%1 without their copies</source>
        <translation>%1 ohne ihre Kopien</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FacetModel</name>
    <message>
        <source>fewer</source>
        <translation>weniger</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>noch %n…</numerusform>
            <numerusform>noch %n…</numerusform>
        </translation>
    </message>
    <message>
        <source>other classes</source>
        <translation>andere Klassen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n figure(s)</source>
        <translation>
            <numerusform>%1, %n Abbildung</numerusform>
            <numerusform>%1, %n Abbildungen</numerusform>
        </translation>
    </message>
    <message>
        <source>none here</source>
        <translation>hier keine</translation>
    </message>
    <message>
        <source>Type to narrow</source>
        <translation>Tippen zum Eingrenzen</translation>
    </message>
    <message>
        <source>no value with these letters</source>
        <translation>kein Wert mit diesen Buchstaben</translation>
    </message>
    <message>
        <source>Click folds and unfolds</source>
        <translation>Klick klappt auf und zu</translation>
    </message>
    <message>
        <source>Drag over the bars to choose a range; click it again for everything</source>
        <translation>Über die Balken ziehen, um einen Bereich zu wählen; erneutes Anklicken hebt ihn auf</translation>
    </message>
    <message>
        <source>Click: only this</source>
        <translation>Klick: nur dies</translation>
    </message>
    <message>
        <source>Ctrl+click: this too</source>
        <translation>Strg+Klick: auch dies</translation>
    </message>
    <message>
        <source>Shift+click: this besides the others</source>
        <translation>Umschalt+Klick: zusammen mit den anderen</translation>
    </message>
    <message>
        <source>Alt+click: not this</source>
        <translation>Alt+Klick: dies nicht</translation>
    </message>
    <message>
        <source>%1: %2; arrow keys choose</source>
        <translation>%1: %2; Auswahl mit den Pfeiltasten</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FacetView</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Type to narrow</source>
        <translation>Tippen zum Eingrenzen</translation>
    </message>
    <message>
        <source>Narrow the values of this filter</source>
        <translation>Werte dieses Filters eingrenzen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FigureActions</name>
    <message>
        <source>The figure is still being read</source>
        <translation>Die Abbildung wird noch gelesen</translation>
    </message>
    <message>
        <source>There is no figure here</source>
        <translation>Hier ist keine Abbildung</translation>
    </message>
    <message>
        <source>This figure has no caption to copy</source>
        <translation>Diese Abbildung hat keine Bildunterschrift zum Kopieren</translation>
    </message>
    <message>
        <source>Copied the caption</source>
        <translation>Bildunterschrift kopiert</translation>
    </message>
    <message>
        <source>Copied the key %1</source>
        <translation>Schlüssel %1 kopiert</translation>
    </message>
    <message>
        <source>Copied the citation</source>
        <translation>Quellenangabe kopiert</translation>
    </message>
    <message>
        <source>The article of this figure is not known, so there is no link</source>
        <translation>Der Artikel dieser Abbildung ist nicht bekannt, daher gibt es keinen Link</translation>
    </message>
    <message>
        <source>Copied the link to %1</source>
        <translation>Link zu %1 kopiert</translation>
    </message>
    <message>
        <source>The picture was not copied: %1</source>
        <translation>Das Bild wurde nicht kopiert: %1</translation>
    </message>
    <message>
        <source>Copied the picture, %1 × %2 pixels</source>
        <translation>Bild kopiert, %1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Save the picture as stored</source>
        <translation>Bild im Original speichern</translation>
    </message>
    <message>
        <source>Saved the picture as %1</source>
        <translation>Bild gespeichert als %1</translation>
    </message>
    <message>
        <source>The picture was not saved: %1</source>
        <translation>Das Bild wurde nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The article of this figure is not known, so there is no page to open</source>
        <translation>Der Artikel dieser Abbildung ist nicht bekannt, daher lässt sich keine Seite öffnen</translation>
    </message>
    <message>
        <source>Opening %1 in the browser</source>
        <translation>%1 wird im Browser geöffnet</translation>
    </message>
    <message>
        <source>No browser could be started. The address is %1</source>
        <translation>Es konnte kein Browser gestartet werden. Die Adresse lautet %1</translation>
    </message>
    <message>
        <source>The article of this figure is not known</source>
        <translation>Der Artikel dieser Abbildung ist nicht bekannt</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FigurePages</name>
    <message numerus="yes">
        <source>Two to four figures can be compared; %n are selected</source>
        <translation>
            <numerusform>Vergleichen lassen sich zwei bis vier Abbildungen; %n ist ausgewählt</numerusform>
            <numerusform>Vergleichen lassen sich zwei bis vier Abbildungen; %n sind ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing takes two figures</source>
        <translation>Zum Vergleichen sind zwei Abbildungen nötig</translation>
    </message>
    <message>
        <source>This figure is not among the matches</source>
        <translation>Diese Abbildung gehört nicht zu den Treffern</translation>
    </message>
    <message>
        <source>This figure is not among the matches; %1 goes back to the cursor’s figure</source>
        <translation>Diese Abbildung gehört nicht zu den Treffern; %1 führt zurück zur Abbildung am Cursor</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FigurePanel</name>
    <message>
        <source>Caption, labels and details</source>
        <translation>Bildunterschrift, Labels und Details</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Mentioned in the article · %1</source>
        <translation>Im Artikel erwähnt · %1</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Mentions in the article</source>
        <translation>Erwähnungen im Artikel</translation>
    </message>
    <message>
        <source>✓ %1 (open)</source>
        <translation>✓ %1 (offen)</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FigureTable</name>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FigureTableModel</name>
    <message>
        <source>disputed</source>
        <translation>strittig</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>mit Label</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>ohne Label</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>markiert</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FigureView</name>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FigureViewer</name>
    <message>
        <source>%1 of %2 matches</source>
        <translation>Treffer %1 von %2</translation>
    </message>
    <message>
        <source>not among the matches</source>
        <translation>nicht unter den Treffern</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FilterChip</name>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>Delete removes the filter, Enter makes it text again</source>
        <translation>Entf entfernt den Filter, Eingabe macht ihn wieder zu Text</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FindShardsDialog</name>
    <message>
        <source>Find moved shards</source>
        <translation>Verschobene Shards finden</translation>
    </message>
    <message>
        <source>Choose the folder that the shards were moved to. Files of the same name and size are looked for in it and below, and some figures of each are compared. Labels stay; nothing is indexed again that has not changed.</source>
        <translation>Den Ordner wählen, in den die Shards verschoben wurden. Darin und in seinen Unterordnern werden Dateien mit gleichem Namen und gleicher Größe gesucht und einige Abbildungen daraus verglichen. Labels bleiben erhalten; was sich nicht geändert hat, wird nicht neu eingelesen.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Shard</source>
        <translation>Shard</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Shards that are not there</source>
        <translation>Nicht erreichbare Shards</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>All shards are where they were.</source>
        <translation>Alle Shards sind noch am alten Ort.</translation>
    </message>
    <message numerus="yes">
        <source>%n shard(s) are not where they were.</source>
        <translation>
            <numerusform>%n Shard ist nicht mehr am alten Ort.</numerusform>
            <numerusform>%n Shards sind nicht mehr am alten Ort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder to look for shards in</source>
        <translation>Ordner, in dem Shards gesucht werden</translation>
    </message>
    <message>
        <source>Looking below %1…</source>
        <translation>Suche in %1…</translation>
    </message>
    <message>
        <source>found, has changed</source>
        <translation>gefunden, geändert</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>found, copied later</source>
        <translation>gefunden, später kopiert</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>Found %n shard(s) with the same figures.</source>
        <translation>
            <numerusform>%n Shard mit denselben Abbildungen gefunden.</numerusform>
            <numerusform>%n Shards mit denselben Abbildungen gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shard(s) of the same name hold something else.</source>
        <translation>
            <numerusform>%n gleichnamiger Shard enthält etwas anderes.</numerusform>
            <numerusform>%n gleichnamige Shards enthalten etwas anderes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shard(s) are not below this folder; try another one after linking.</source>
        <translation>
            <numerusform>%n Shard liegt nicht in diesem Ordner; nach dem Verknüpfen einen anderen versuchen.</numerusform>
            <numerusform>%n Shards liegen nicht in diesem Ordner; nach dem Verknüpfen einen anderen versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take what has changed, too, and index it again</source>
        <translation>Auch geänderte Shards übernehmen und neu einlesen</translation>
    </message>
    <message numerus="yes">
        <source>Link %n shard(s)</source>
        <translation>
            <numerusform>%n Shard verknüpfen</numerusform>
            <numerusform>%n Shards verknüpfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Linked %n shard(s)</source>
        <translation>
            <numerusform>%n Shard verknüpft</numerusform>
            <numerusform>%n Shards verknüpft</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FoldedField</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::GoToDialog</name>
    <message>
        <source>Go to a figure</source>
        <translation>Gehe zu Abbildung</translation>
    </message>
    <message>
        <source>&amp;Position in this view, or a key:</source>
        <translation>&amp;Position in dieser Ansicht oder Schlüssel:</translation>
    </message>
    <message>
        <source>for example 1200 or PMC1234567_fig_2 or 000000.tar:PMC1234567_fig_2</source>
        <translation>zum Beispiel 1200 oder PMC1234567_fig_2 oder 000000.tar:PMC1234567_fig_2</translation>
    </message>
    <message>
        <source>This view has %1.</source>
        <translation>Diese Ansicht enthält %1.</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>There is no position %1: this view has %2.</source>
        <translation>Position %1 gibt es nicht: Diese Ansicht enthält %2.</translation>
    </message>
    <message>
        <source>“%1” is in the collection, but not among the figures of this view. Clear the search to go there.</source>
        <translation>„%1“ ist in der Sammlung, aber nicht unter den Abbildungen dieser Ansicht. Um dorthin zu gelangen, die Suche zurücksetzen.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::HelpLine</name>
    <message>
        <source>Examples (F1)</source>
        <translation>Beispiele (F1)</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Decisions, newest first</source>
        <translation>Entscheidungen, neueste zuerst</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing was decided yet. Every label will be listed here.</source>
        <translation>Noch wurde nichts entschieden. Jedes Label wird hier aufgeführt.</translation>
    </message>
    <message>
        <source>No decision fits these filters.</source>
        <translation>Keine Entscheidung passt zu diesen Filtern.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s)</source>
        <translation>
            <numerusform>%Ln Entscheidung</numerusform>
            <numerusform>%Ln Entscheidungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::HistoryFilters</name>
    <message>
        <source>Only the figure at the cursor</source>
        <translation>Nur die Abbildung am Cursor</translation>
    </message>
    <message>
        <source>Whose decisions</source>
        <translation>Wessen Entscheidungen</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Jeder Tag</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>There is no class “%1”</source>
        <translation>Es gibt keine Klasse „%1“</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::HistoryModel</name>
    <message numerus="yes">
        <source>%1 and %n more in one go</source>
        <translation>
            <numerusform>%1 und %n weitere auf einmal</numerusform>
            <numerusform>%1 und %n weitere auf einmal</numerusform>
        </translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>partly undone</source>
        <translation>teils rückgängig gemacht</translation>
    </message>
    <message>
        <source>Which version of the classes it was decided with</source>
        <translation>Mit welcher Version der Klassen entschieden wurde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>the scale of a picture</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 · incomplete: %2</source>
        <comment>the scale of a picture, what is wrong with it</comment>
        <translation>%1 · unvollständig: %2</translation>
    </message>
    <message>
        <source>%1 · reduced: the picture has %2 × %3 pixels</source>
        <translation>%1 · verkleinert: Das Bild hat %2 × %3 Pixel</translation>
    </message>
    <message>
        <source>This picture cannot be shown: %1</source>
        <translation>Dieses Bild lässt sich nicht anzeigen: %1</translation>
    </message>
    <message>
        <source>Fit the picture into the view</source>
        <translation>Bild in die Ansicht einpassen</translation>
    </message>
    <message>
        <source>One pixel of the picture on one pixel of the screen</source>
        <translation>Ein Bildpixel pro Bildschirmpixel</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::JobWidget</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Vorgang abbrechen</translation>
    </message>
    <message>
        <source>Cancel: what is done stays</source>
        <translation>Abbrechen: Erledigtes bleibt erhalten</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Reading shards</source>
        <translation>Shards werden eingelesen</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export läuft</translation>
    </message>
    <message>
        <source>Drawing demo figures</source>
        <translation>Demo-Abbildungen werden gezeichnet</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source> · %1/s</source>
        <translation> · %1/s</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · noch %1</translation>
    </message>
    <message>
        <source>Checking pictures</source>
        <translation>Bilder werden geprüft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Go on with the job</source>
        <translation>Vorgang fortsetzen</translation>
    </message>
    <message>
        <source>Pause the job</source>
        <translation>Vorgang anhalten</translation>
    </message>
    <message>
        <source>Making vectors</source>
        <translation>Vektoren werden berechnet</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>Duplikate werden gesucht</translation>
    </message>
    <message>
        <source>Taking in vectors</source>
        <translation>Vektoren werden übernommen</translation>
    </message>
    <message>
        <source>Writing vectors</source>
        <translation>Vektoren werden geschrieben</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::KeyButton</name>
    <message>
        <source>Key %1</source>
        <translation>Taste %1</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::KeyCapture</name>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Press the new key; Esc cancels</source>
        <translation>Neue Taste drücken; Esc bricht ab</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::KeyEditor</name>
    <message>
        <source>&amp;Add a key…</source>
        <translation>&amp;Taste hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Reset this action</source>
        <translation>Diese Aktion &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Take it over</source>
        <translation>Taste ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>&amp;Keep both as they were</source>
        <translation>&amp;Beide so lassen</translation>
    </message>
    <message>
        <source>No action found</source>
        <translation>Keine Aktion gefunden</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1 belongs to: %2</source>
        <translation>%1 gehört zu: %2</translation>
    </message>
    <message>
        <source>%1 opens the menu of the window. Press another key.</source>
        <translation>%1 öffnet das Menü des Fensters. Bitte eine andere Taste drücken.</translation>
    </message>
    <message>
        <source>%1 answers the current question. Press another key.</source>
        <translation>%1 beantwortet die aktuelle Frage. Bitte eine andere Taste drücken.</translation>
    </message>
    <message>
        <source>A text field types %1: while you are in one it does nothing else.</source>
        <translation>In einem Textfeld schreibt %1 nur das Zeichen; die Aktion löst es dort nicht aus.</translation>
    </message>
    <message>
        <source>%1 no longer moves among the figures.</source>
        <translation>Mit %1 bewegt man sich dann nicht mehr zwischen den Abbildungen.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::KeyOverlay</name>
    <message>
        <source>Keys valid here</source>
        <translation>Tasten, die hier gelten</translation>
    </message>
    <message>
        <source>Any key closes this.</source>
        <translation>Jede Taste schließt diese Übersicht.</translation>
    </message>
    <message>
        <source>Any key closes this. %1 finds every command by its name.</source>
        <translation>Jede Taste schließt diese Übersicht. %1 findet jeden Befehl über seinen Namen.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::LabelBar</name>
    <message>
        <source>Labels of the current figure</source>
        <translation>Labels der aktuellen Abbildung</translation>
    </message>
    <message>
        <source>%1 goes to the next figure</source>
        <comment>a key</comment>
        <translation>%1: nächste Abbildung</translation>
    </message>
    <message>
        <source>%1 opens the figure</source>
        <comment>a key</comment>
        <translation>%1 öffnet die Abbildung</translation>
    </message>
    <message>
        <source>%1 goes on</source>
        <comment>a key</comment>
        <translation>%1: weiter</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::LabelDialogs</name>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::LabelTable</name>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>strittig</translation>
    </message>
    <message>
        <source>no majority</source>
        <translation>keine Mehrheit</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>as the shard says</source>
        <translation>laut Shard</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>ohne Label</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>who, when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · many · %2</source>
        <comment>who, at once, when</comment>
        <translation>%1 · viele · %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>who, when, how</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>hidden until you have answered</source>
        <translation>verborgen, bis Sie geantwortet haben</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::MainWindow</name>
    <message>
        <source>Recent &amp;collections</source>
        <translation>&amp;Zuletzt geöffnete Sammlungen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Biomedica Curator</source>
        <translation>Biomedica Curator</translation>
    </message>
    <message>
        <source>No shard could be read.</source>
        <translation>Kein Shard konnte gelesen werden.</translation>
    </message>
    <message>
        <source>Read %1 in %2 s</source>
        <translation>%1 in %2 s eingelesen</translation>
    </message>
    <message>
        <source>The window speaks the chosen language from the next start on.</source>
        <translation>Die gewählte Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Annotator&apos;s name</source>
        <translation>Name für Entscheidungen</translation>
    </message>
    <message>
        <source>The name on your decisions:</source>
        <translation>Entscheidungen speichern unter dem Namen:</translation>
    </message>
    <message>
        <source>Your labels go under “%1”</source>
        <translation>Labels werden unter „%1“ gespeichert</translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation>Probleme anzeigen</translation>
    </message>
    <message>
        <source>%1 in the collection. Problems found: %L2; left out: %L3.</source>
        <translation>%1 in der Sammlung. Gefundene Probleme: %L2; ausgelassen: %L3.</translation>
    </message>
    <message>
        <source>&amp;Compare by</source>
        <translation>Ver&amp;gleichen nach</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::NameBar</name>
    <message>
        <source>What &amp;name goes on your labels? It can be changed in the menu at any time.</source>
        <translation>Unter welchem &amp;Namen Labels speichern? Im Menü jederzeit änderbar.</translation>
    </message>
    <message>
        <source>Use this name</source>
        <translation>Diesen Namen verwenden</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Your note on %1:</source>
        <translation>Notiz zu %1:</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves. An empty note takes the old one away.</source>
        <translation>Strg+Eingabe speichert. Eine leere Notiz entfernt die alte.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Opener</name>
    <message>
        <source>Another collection was opened meanwhile. Add the shards to it again if they belong there.</source>
        <translation>Inzwischen wurde eine andere Sammlung geöffnet. Fügen Sie ihr die Shards noch einmal hinzu, wenn sie dorthin gehören.</translation>
    </message>
    <message>
        <source>Wait for the running job to end, or cancel it.</source>
        <translation>Bitte den laufenden Vorgang abwarten oder abbrechen.</translation>
    </message>
    <message>
        <source>Shards (*.tar *.tar.gz *.tgz *.tar.zst)</source>
        <translation>Shards (*.tar *.tar.gz *.tgz *.tar.zst)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open shards</source>
        <translation>Shards öffnen</translation>
    </message>
    <message>
        <source>Open a folder of shards</source>
        <translation>Ordner mit Shards öffnen</translation>
    </message>
    <message>
        <source>Open collection</source>
        <translation>Sammlung öffnen</translation>
    </message>
    <message>
        <source>Add shards to this collection</source>
        <translation>Shards zu dieser Sammlung hinzufügen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not there. Is its drive connected?</source>
        <translation>„%1“ ist nicht erreichbar. Ist das Laufwerk angeschlossen?</translation>
    </message>
    <message>
        <source>There is no shard in &apos;%1&apos;: shards are files such as 000000.tar.</source>
        <translation>In „%1“ ist kein Shard: Shards sind Dateien wie 000000.tar.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no shard: shards are tar files, plain, .tar.gz or .tar.zst.</source>
        <translation>„%1“ ist kein Shard: Shards sind tar-Dateien, auch als .tar.gz oder .tar.zst.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Overview</name>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::PageHead</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to all figures</source>
        <translation>Zurück zu allen Abbildungen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Preview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ProblemModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Shard</source>
        <translation>Shard</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Abhilfe</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ProblemPanel</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Kind of problem</source>
        <translation>Art des Problems</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Reads changed shards and decodes the listed pictures once more: the selected ones, or all (F5)</source>
        <translation>Liest geänderte Shards ein und dekodiert die aufgelisteten Bilder noch einmal: die ausgewählten oder alle (F5)</translation>
    </message>
    <message>
        <source>Check all pictures</source>
        <translation>Alle Bilder prüfen</translation>
    </message>
    <message>
        <source>Decodes every picture of the collection to its end</source>
        <translation>Dekodiert jedes Bild der Sammlung vollständig</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Liste speichern…</translation>
    </message>
    <message>
        <source>As CSV or JSON lines</source>
        <translation>Als CSV oder JSON Lines</translation>
    </message>
    <message>
        <source>Close the problems</source>
        <translation>Probleme schließen</translation>
    </message>
    <message>
        <source>No problems. “Check all pictures” also finds those that cannot be decoded.</source>
        <translation>Keine Probleme. „Alle Bilder prüfen“ findet auch Bilder, die sich nicht dekodieren lassen.</translation>
    </message>
    <message>
        <source>All kinds (%L1)</source>
        <translation>Alle Arten (%L1)</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <translation>%1 (%L2)</translation>
    </message>
    <message numerus="yes">
        <source>Check %n again</source>
        <translation>
            <numerusform>%n erneut prüfen</numerusform>
            <numerusform>%n erneut prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no figure to show of this one</source>
        <translation>Hierzu gibt es keine Abbildung</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n problem(s)</source>
        <translation>
            <numerusform>%n Problem kopiert</numerusform>
            <numerusform>%n Probleme kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list of problems</source>
        <translation>Liste der Probleme speichern</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n problem(s) as %1</source>
        <translation>
            <numerusform>%n Problem gespeichert als %1</numerusform>
            <numerusform>%n Probleme gespeichert als %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the figure</source>
        <translation>Abbildung anzeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ProblemsDock</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message numerus="yes">
        <source>Checked %n picture(s)</source>
        <translation>
            <numerusform>%n Bild geprüft</numerusform>
            <numerusform>%n Bilder geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be shown</source>
        <translation>
            <numerusform>%n lässt sich nicht anzeigen</numerusform>
            <numerusform>%n lassen sich nicht anzeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out of reach</source>
        <translation>
            <numerusform>%n nicht erreichbar</numerusform>
            <numerusform>%n nicht erreichbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::QueryHelp</name>
    <message>
        <source>both words, anywhere in caption, mentions, title or abstract</source>
        <translation>beide Wörter, irgendwo in Bildunterschrift, Erwähnungen, Titel oder Abstract</translation>
    </message>
    <message>
        <source>the words side by side, in this order</source>
        <translation>die Wörter direkt nebeneinander, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>words that begin so</source>
        <translation>Wörter, die so beginnen</translation>
    </message>
    <message>
        <source>at least one of the two; OR in capital letters</source>
        <translation>mindestens eines von beiden; OR in Großbuchstaben</translation>
    </message>
    <message>
        <source>the first without the second</source>
        <translation>das erste ohne das zweite</translation>
    </message>
    <message>
        <source>parentheses keep together what belongs together</source>
        <translation>Klammern halten zusammen, was zusammengehört</translation>
    </message>
    <message>
        <source>only in the caption; also title:, abstract:, context:, note:</source>
        <translation>nur in der Bildunterschrift; ebenso title:, abstract:, context:, note:</translation>
    </message>
    <message>
        <source>a value with blanks needs quotation marks</source>
        <translation>ein Wert mit Leerzeichen braucht Anführungszeichen</translation>
    </message>
    <message>
        <source>one class or the other</source>
        <translation>die eine oder die andere Klasse</translation>
    </message>
    <message>
        <source>everything but these</source>
        <translation>alles außer diesen</translation>
    </message>
    <message>
        <source>a range; year:2015.. and year:&lt;2015 are open at an end</source>
        <translation>ein Bereich; year:2015.. und year:&lt;2015 sind an einem Ende offen</translation>
    </message>
    <message>
        <source>larger than so many pixels</source>
        <translation>breiter und höher als so viele Pixel</translation>
    </message>
    <message>
        <source>also is:labelled, is:disputed, is:flagged, is:duplicate</source>
        <translation>ebenso is:labelled, is:disputed, is:flagged, is:duplicate</translation>
    </message>
    <message>
        <source>figures for which a field is not empty</source>
        <translation>Abbildungen, bei denen ein Feld nicht leer ist</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>Hilfe zur Suche</translation>
    </message>
    <message>
        <source>Search for this</source>
        <translation>Danach suchen</translation>
    </message>
    <message>
        <source>Fields: %1</source>
        <translation>Felder: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Type words and filters in any order. Choose an example to try it.</source>
        <translation>Wörter und Filter in beliebiger Reihenfolge eingeben. Zum Ausprobieren ein Beispiel wählen.</translation>
    </message>
    <message>
        <source>Figures like others: like:KEY with the key of a figure, -like:KEY for less of it. The nearest come first.</source>
        <translation>Abbildungen wie andere: like:KEY mit dem Schlüssel einer Abbildung, -like:KEY für weniger davon. Die ähnlichsten stehen vorn.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::RecentList</name>
    <message>
        <source>Recent collections</source>
        <translation>Zuletzt geöffnete Sammlungen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Take it off this list; nothing on the disk is touched</source>
        <translation>Aus dieser Liste entfernen; auf dem Datenträger ändert sich nichts</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>%1 aus der Liste entfernen</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>%1: not there</source>
        <translation>%1: nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::SavedDialog</name>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::SavedMenu</name>
    <message>
        <source>All figures</source>
        <translation>Alle Abbildungen</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>None saved in this collection yet</source>
        <translation>In dieser Sammlung noch keine gespeichert</translation>
    </message>
    <message>
        <source>&amp;Rename or delete…</source>
        <translation>&amp;Umbenennen oder löschen…</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>Name of the search:</source>
        <translation>Name der Suche:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name of the search (the one of this name is replaced):</source>
        <translation>Name der Suche (die gleichnamige wird ersetzt):</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::SearchBar</name>
    <message>
        <source>Search captions and articles, or filter: license:&quot;CC BY&quot; year:2015..2020</source>
        <translation>Bildunterschriften und Artikel durchsuchen oder filtern: license:&quot;CC BY&quot; year:2015..2020</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche zurücksetzen</translation>
    </message>
    <message>
        <source>%1 figures</source>
        <translation>%1 Abbildungen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>~%1</source>
        <comment>a number not known exactly yet</comment>
        <translation>~%1</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <comment>count, time</comment>
        <translation>%1 · %2 ms</translation>
    </message>
    <message>
        <source>All figures are shown meanwhile.</source>
        <translation>Vorerst werden alle Abbildungen angezeigt.</translation>
    </message>
    <message>
        <source>Shown meanwhile: %1</source>
        <translation>Vorerst angezeigt: %1</translation>
    </message>
    <message>
        <source>Saved the search “%1”; the star’s menu has it</source>
        <translation>Suche „%1“ gespeichert; sie steht im Menü des Sterns</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Copy the &amp;whole search</source>
        <translation>&amp;Ganze Suche kopieren</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Session</name>
    <message>
        <source>me</source>
        <translation>ich</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ShortcutPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>%1 · changed</source>
        <translation>%1 · geändert</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>A&amp;lle zurücksetzen</translation>
    </message>
    <message>
        <source>Keys &amp;as in</source>
        <translation>Tasten &amp;wie in</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>Tasten wie in</translation>
    </message>
    <message>
        <source>Forget every change of yours</source>
        <translation>Alle eigenen Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Enter or a double click takes a new key, Delete takes an action&apos;s keys away.</source>
        <translation>Eingabe oder Doppelklick nimmt eine neue Taste auf, Entf entfernt die Tasten einer Aktion.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::StaleHint</name>
    <message>
        <source>Search again: figures that labels have taken out of the search go, others come</source>
        <translation>Neu suchen: Abbildungen, die durch Labels aus der Suche gefallen sind, verschwinden, andere kommen hinzu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln figure(s) no longer match · Refresh</source>
        <translation>
            <numerusform>%Ln Abbildung passt nicht mehr · Aktualisieren</numerusform>
            <numerusform>%Ln Abbildungen passen nicht mehr · Aktualisieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::StartPage</name>
    <message>
        <source>Biomedica Curator</source>
        <translation>Biomedica Curator</translation>
    </message>
    <message>
        <source>Browse, search, label and export scientific figures. Shards stay where they are and are never written to; what you decide is saved with every key.</source>
        <translation>Wissenschaftliche Abbildungen sichten, durchsuchen, labeln und exportieren. Shards bleiben, wo sie sind, und werden nie verändert; jede Entscheidung wird mit dem Tastendruck gespeichert.</translation>
    </message>
    <message>
        <source>Or drop .tar files and folders into this window.</source>
        <translation>Oder .tar-Dateien und Ordner in dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>New here? Two thousand drawn figures to try everything with; nothing is downloaded.</source>
        <translation>Neu hier? Zweitausend gezeichnete Abbildungen, um alles auszuprobieren; heruntergeladen wird nichts.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::StatusLine</name>
    <message>
        <source>label → &lt;b&gt;%1 selected&lt;/b&gt;</source>
        <translation>Label → &lt;b&gt;%1 ausgewählt&lt;/b&gt;</translation>
    </message>
    <message>
        <source>label → &lt;b&gt;this figure&lt;/b&gt;</source>
        <translation>Label → &lt;b&gt;diese Abbildung&lt;/b&gt;</translation>
    </message>
    <message>
        <source>A figure is left until you have answered all four questions about it. The time is the median of your last 30 figures, breaks of over two minutes left out.</source>
        <translation>Eine Abbildung ist offen, bis Sie alle vier Fragen zu ihr beantwortet haben. Die Zeit ist der Median Ihrer letzten 30 Abbildungen, ohne Pausen von über zwei Minuten.</translation>
    </message>
    <message>
        <source>all %1 labelled</source>
        <translation>alle %1 mit Label</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>noch %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 left, less than a minute</source>
        <translation>noch %1 von %2, weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 left, about %n minute(s)</source>
        <translation>
            <numerusform>noch %1 von %2, etwa %n Minute</numerusform>
            <numerusform>noch %1 von %2, etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 left, about %3 hours</source>
        <translation>noch %1 von %2, etwa %3 Stunden</translation>
    </message>
    <message>
        <source>%1 · saved %2</source>
        <comment>who, when</comment>
        <translation>%1 · gespeichert %2</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::TargetPanel</name>
    <message>
        <source>accept</source>
        <translation>übernehmen</translation>
    </message>
    <message>
        <source>accept all</source>
        <translation>alle übernehmen</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>überspringen</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>markieren</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected figure(s)</source>
        <translation>
            <numerusform>%Ln ausgewählte Abbildung</numerusform>
            <numerusform>%Ln ausgewählte Abbildungen</numerusform>
        </translation>
    </message>
    <message>
        <source>This figure</source>
        <translation>Diese Abbildung</translation>
    </message>
    <message>
        <source>Accept the imported answer to “%1”</source>
        <translation>Importierte Antwort zu „%1“ übernehmen</translation>
    </message>
    <message>
        <source>Clear my answer to “%1”</source>
        <translation>Meine Antwort zu „%1“ löschen</translation>
    </message>
    <message>
        <source>accept, clear: %1</source>
        <extracomment>%1 = a question such as &quot;panel type&quot;: what the buttons &quot;accept&quot; and &quot;clear&quot; are about</extracomment>
        <translation>übernehmen, löschen: %1</translation>
    </message>
    <message>
        <source>not the figure at the cursor · %1 lets go of them</source>
        <comment>a key</comment>
        <translation>nicht die Abbildung am Cursor · %1 lässt sie los</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::TaxonomyDialog</name>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>Klasse suchen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Anlegen…</translation>
    </message>
    <message>
        <source>A new class, below the chosen primary class or beside it</source>
        <translation>Eine neue Klasse, unter der gewählten Primärklasse oder daneben</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Another name, on all figures</source>
        <translation>Ein anderer Name, auf allen Abbildungen</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Vereinen mit…</translation>
    </message>
    <message>
        <source>One with another class</source>
        <translation>Eins mit einer anderen Klasse</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Aufteilen…</translation>
    </message>
    <message>
        <source>Several classes in place of one</source>
        <translation>Mehrere Klassen statt einer</translation>
    </message>
    <message>
        <source>Move below…</source>
        <translation>Stellen unter…</translation>
    </message>
    <message>
        <source>Another primary class above it</source>
        <translation>Eine andere Primärklasse darüber</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>Aufgeben…</translation>
    </message>
    <message>
        <source>No longer offered; figures keep it</source>
        <translation>Nicht mehr angeboten; Abbildungen behalten sie</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>Zurückholen…</translation>
    </message>
    <message>
        <source>Offered again</source>
        <translation>Wieder angeboten</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>All classes from a file</source>
        <translation>Alle Klassen aus einer Datei</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>All classes into a file</source>
        <translation>Alle Klassen in eine Datei</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Version %1 of the classes. Every change is one undo.</source>
        <translation>Version %1 der Klassen. Jede Änderung lässt sich in einem Schritt rückgängig machen.</translation>
    </message>
    <message>
        <source>Import classes</source>
        <translation>Klassen importieren</translation>
    </message>
    <message>
        <source>Export classes</source>
        <translation>Klassen exportieren</translation>
    </message>
    <message>
        <source>Classes (*.json);;All files (*)</source>
        <translation>Klassen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Written to “%1”</source>
        <translation>Geschrieben in „%1“</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::TopBar</name>
    <message>
        <source>Biomedica Curator</source>
        <translation>Biomedica Curator</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>Order of the figures</source>
        <translation>Reihenfolge der Abbildungen</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By journal</source>
        <translation>Nach Zeitschrift</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>Nach Artikel</translation>
    </message>
    <message>
        <source>By cluster</source>
        <translation>Nach Cluster</translation>
    </message>
    <message>
        <source>Widest first</source>
        <translation>Breiteste zuerst</translation>
    </message>
    <message>
        <source>By column</source>
        <translation>Nach Spalte</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::UndoPanel</name>
    <message>
        <source>Later decisions about the same figures stay as they are.</source>
        <translation>Spätere Entscheidungen zu denselben Abbildungen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Undo these</source>
        <translation>Diese rückgängig machen</translation>
    </message>
    <message>
        <source>Redo these</source>
        <translation>Diese wiederherstellen</translation>
    </message>
    <message>
        <source>Show these figures</source>
        <translation>Diese Abbildungen zeigen</translation>
    </message>
    <message>
        <source>Figures that would change</source>
        <translation>Abbildungen, die sich ändern würden</translation>
    </message>
    <message>
        <source>Choose one or several decisions to see what undoing them would change.</source>
        <translation>Wählen Sie eine oder mehrere Entscheidungen, um zu sehen, was sich durch Rückgängigmachen änderte.</translation>
    </message>
    <message numerus="yes">
        <source>Undone already: %n decision(s). Redoing brings them back.</source>
        <translation>
            <numerusform>%n Entscheidung ist bereits rückgängig gemacht. Wiederherstellen bringt sie zurück.</numerusform>
            <numerusform>%n Entscheidungen sind bereits rückgängig gemacht. Wiederherstellen bringt sie zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n decision(s) changes no label: others or later ones say the same.</source>
        <translation>
            <numerusform>%n Entscheidung rückgängig zu machen ändert kein Label: andere oder spätere sagen dasselbe.</numerusform>
            <numerusform>%n Entscheidungen rückgängig zu machen ändert kein Label: andere oder spätere sagen dasselbe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n decision(s) changes the labels of %1.</source>
        <translation>
            <numerusform>%n Entscheidung rückgängig zu machen ändert die Labels von %1.</numerusform>
            <numerusform>%n Entscheidungen rückgängig zu machen ändert die Labels von %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n decision(s) changes the labels of %1 of %2.</source>
        <translation>
            <numerusform>%n Entscheidung rückgängig zu machen ändert die Labels von %1 von %2.</numerusform>
            <numerusform>%n Entscheidungen rückgängig zu machen ändert die Labels von %1 von %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>question, number of figures</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Workbench</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>No further figure without a label</source>
        <translation>Keine weitere Abbildung ohne Label</translation>
    </message>
    <message>
        <source>The vectors are being made</source>
        <translation>Die Vektoren werden erstellt</translation>
    </message>
    <message>
        <source>Figures stand here as soon as all have one. “Back” leads to the search before.</source>
        <translation>Abbildungen stehen hier, sobald alle einen haben. „Zurück“ führt zur Suche davor.</translation>
    </message>
    <message>
        <source>This search has no answer</source>
        <translation>Diese Suche hat keine Antwort</translation>
    </message>
    <message>
        <source>“Back” leads to the search before.</source>
        <translation>„Zurück“ führt zur Suche davor.</translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation>Noch keine Abbildungen</translation>
    </message>
    <message>
        <source>Drop shards (.tar files or folders) here, or choose “Add shards” in the menu.</source>
        <translation>Shards (.tar-Dateien oder Ordner) hierher ziehen oder im Menü „Shards zu dieser Sammlung hinzufügen“ wählen.</translation>
    </message>
    <message>
        <source>this figure</source>
        <translation>dieser Abbildung</translation>
    </message>
    <message>
        <source>Already saved at %1</source>
        <translation>Bereits um %1 gespeichert</translation>
    </message>
    <message>
        <source>Nothing to save: every decision is on the disk before its colour shows</source>
        <translation>Nichts zu speichern: Jede Entscheidung ist gespeichert, bevor ihre Farbe erscheint</translation>
    </message>
    <message>
        <source>All four questions answered: on to the next figure</source>
        <translation>Alle vier Fragen beantwortet: weiter zur nächsten Abbildung</translation>
    </message>
</context>
<context>
    <name>AgreementTables</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 (lower end)</source>
        <translation>%1 (unteres Ende)</translation>
    </message>
    <message>
        <source>%1 (upper end)</source>
        <translation>%1 (oberes Ende)</translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <comment>value, ends of its interval</comment>
        <translation>%1 [%2; %3]</translation>
    </message>
    <message>
        <source>agreement in %</source>
        <translation>Übereinstimmung in %</translation>
    </message>
    <message>
        <source>Fleiss’ kappa</source>
        <translation>Fleiss’ Kappa</translation>
    </message>
    <message>
        <source>Krippendorff’s alpha</source>
        <translation>Krippendorffs Alpha</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>annotators</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>by two or more</source>
        <translation>von zweien oder mehr</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>gelabelt von</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Cohen’s kappa</source>
        <translation>Cohens Kappa</translation>
    </message>
    <message>
        <source>says</source>
        <translation>sagt</translation>
    </message>
    <message>
        <source>day (UTC)</source>
        <translation>Tag (UTC)</translation>
    </message>
    <message>
        <source>as the others in %</source>
        <translation>wie die anderen in %</translation>
    </message>
    <message>
        <source>the same answer again in %</source>
        <translation>wieder dieselbe Antwort in %</translation>
    </message>
</context>
<context>
    <name>LifeStory</name>
    <message>
        <source>%1 %2</source>
        <comment>question, answer</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>note removed</source>
        <translation>Notiz entfernt</translation>
    </message>
    <message>
        <source>note “%1”</source>
        <translation>Notiz „%1“</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what, how</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 — undone</source>
        <translation>%1 – rückgängig gemacht</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>when, who</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>QuestionCharts</name>
    <message>
        <source>Krippendorff’s alpha, with its 95 % interval</source>
        <translation>Krippendorffs Alpha mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>share of figures with the same answer again, with its 95 % interval</source>
        <translation>Anteil der Abbildungen mit wieder derselben Antwort, mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>votes that equal what the others say, by day</source>
        <translation>Stimmen, die den anderen gleichen, nach Tagen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::AnswerCard</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who and when, what they noted</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>as the shard says</source>
        <translation>wie im Shard</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the key, the answer</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This answer holds.</source>
        <translation>Diese Antwort gilt.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::BarChart</name>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::BlindMode</name>
    <message>
        <source>◐ Blind</source>
        <translation>◐ Blind</translation>
    </message>
    <message>
        <source>You work blind: the answers of others and of the shard are hidden until yours is in. Notes of others too.</source>
        <translation>Sie arbeiten blind: Antworten anderer und des Shards sind verborgen, bis Ihre gegeben ist; auch Notizen anderer.</translation>
    </message>
    <message>
        <source>Working blind</source>
        <translation>Blindes Arbeiten</translation>
    </message>
    <message>
        <source>Work blind</source>
        <translation>Blind arbeiten</translation>
    </message>
    <message>
        <source>Show the answers of others and of the shard?</source>
        <translation>Antworten anderer und des Shards zeigen?</translation>
    </message>
    <message>
        <source>What you answer from then on is no longer independent of them.</source>
        <translation>Was Sie danach antworten, ist nicht mehr unabhängig davon.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::HeatMap</name>
    <message numerus="yes">
        <source>%1 says %2, %3 says %4: %Ln figure(s)</source>
        <translation>
            <numerusform>%1 sagt %2, %3 sagt %4: %Ln Abbildung</numerusform>
            <numerusform>%1 sagt %2, %3 sagt %4: %Ln Abbildungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::LineChart</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %3 of %Ln vote(s)</source>
        <comment>name, day, share</comment>
        <translation>
            <numerusform>%1, %2: %3 von %Ln Stimme</numerusform>
            <numerusform>%1, %2: %3 von %Ln Stimmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::QuestionVotes</name>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>decided by %1, %2</source>
        <comment>who, when</comment>
        <translation>entschieden von %1, %2</translation>
    </message>
    <message>
        <source>disputed: no majority</source>
        <translation>strittig: keine Mehrheit</translation>
    </message>
    <message>
        <source>decided by the majority</source>
        <translation>durch die Mehrheit entschieden</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>einig</translation>
    </message>
    <message>
        <source>nobody has answered</source>
        <translation>niemand hat geantwortet</translation>
    </message>
    <message>
        <source>one vote</source>
        <translation>eine Stimme</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ReviewButtons</name>
    <message>
        <source>%1 · %2</source>
        <comment>what a button does, its key</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Accept the figure</source>
        <translation>Abbildung annehmen</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>Zurückgeben …</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ReviewPage</name>
    <message>
        <source>%1 · %2</source>
        <comment>key, article</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>%1 of %2 disputed left</source>
        <translation>noch %1 von %2 strittig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent back</source>
        <translation>
            <numerusform>%Ln zurückgegeben</numerusform>
            <numerusform>%Ln zurückgegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flagged or unsure</source>
        <translation>
            <numerusform>%Ln markiert oder unsicher</numerusform>
            <numerusform>%Ln markiert oder unsicher</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for figures to review…</source>
        <translation>Abbildungen zur Durchsicht werden gesucht …</translation>
    </message>
    <message>
        <source>You work blind, so the votes of others are hidden. Switch that off in the menu, under Experts, to review.</source>
        <translation>Sie arbeiten blind, daher sind die Stimmen anderer verborgen. Schalten Sie das im Menü unter „Experten“ aus, um durchzusehen.</translation>
    </message>
    <message>
        <source>Nothing to review: no figure is disputed, sent back, flagged or unsure. Figures come here when annotators disagree; their votes are merged in the menu, under Experts.</source>
        <translation>Nichts durchzusehen: Keine Abbildung ist strittig, zurückgegeben, markiert oder unsicher. Hierher kommen Abbildungen, über die man sich uneinig ist; Stimmen anderer werden im Menü unter „Experten“ eingefügt.</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>What should the annotators look at again?</source>
        <translation>Was soll noch einmal angesehen werden?</translation>
    </message>
    <message>
        <source>This is the last figure to review</source>
        <translation>Das ist die letzte Abbildung der Durchsicht</translation>
    </message>
    <message>
        <source>This is the first figure to review</source>
        <translation>Das ist die erste Abbildung der Durchsicht</translation>
    </message>
    <message>
        <source>There is no majority on “%1”: choose an answer by its number, or send the figure back</source>
        <translation>Für „%1“ gibt es keine Mehrheit: wählen Sie eine Antwort mit ihrer Nummer, oder geben Sie die Abbildung zurück</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ShareDialog</name>
    <message>
        <source>&amp;Ask again: older answers are hidden from those who gave them</source>
        <translation>&amp;Erneut fragen: Ältere Antworten sind vor denen verborgen, die sie gaben</translation>
    </message>
    <message>
        <source>Share out figures</source>
        <translation>Abbildungen verteilen</translation>
    </message>
    <message>
        <source>for example anna, ben, cleo</source>
        <translation>zum Beispiel anna, ben, cleo</translation>
    </message>
    <message>
        <source>round 1</source>
        <translation>Runde 1</translation>
    </message>
    <message>
        <source>The same seed gives the same shares</source>
        <translation>Derselbe Startwert ergibt dieselben Anteile</translation>
    </message>
    <message>
        <source>Figures that everybody gets, so that agreement can be counted</source>
        <translation>Abbildungen, die alle bekommen, damit Übereinstimmung gezählt werden kann</translation>
    </message>
    <message>
        <source>&amp;Figures</source>
        <translation>&amp;Abbildungen</translation>
    </message>
    <message>
        <source>A&amp;nnotators</source>
        <translation>&amp;Namen</translation>
    </message>
    <message>
        <source>&amp;Of these figures</source>
        <translation>&amp;Davon</translation>
    </message>
    <message>
        <source>To &amp;everybody</source>
        <translation>An a&amp;lle</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>Name of the &amp;round</source>
        <translation>Name der &amp;Runde</translation>
    </message>
    <message>
        <source>Share out</source>
        <translation>Verteilen</translation>
    </message>
    <message>
        <source>Name at least one annotator.</source>
        <translation>Nennen Sie mindestens einen Namen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, 12 figures</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Shared out: %1</source>
        <translation>Verteilt: %1</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::StatisticsPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save tables and pictures…</source>
        <translation>Tabellen und Bilder sichern …</translation>
    </message>
    <message>
        <source>Agreement on each question</source>
        <translation>Übereinstimmung je Frage</translation>
    </message>
    <message>
        <source>Agreement by class</source>
        <translation>Übereinstimmung je Klasse</translation>
    </message>
    <message>
        <source>Two by two</source>
        <translation>Paarweise</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>Tag für Tag</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>Erneut gefragt</translation>
    </message>
    <message>
        <source>Who says what where</source>
        <translation>Wer wo was sagt</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Which two annotators</source>
        <translation>Welche zwei</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Alle Fragen</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>Je Klasse</translation>
    </message>
    <message>
        <source>Counting votes and drawing samples for the intervals…</source>
        <translation>Stimmen werden gezählt und Stichproben für die Intervalle gezogen …</translation>
    </message>
    <message>
        <source>Nobody has voted yet. Agreement is counted where two or more people have labelled the same figures: share figures out with an overlap, or merge votes, in the menu under Experts.</source>
        <translation>Noch hat niemand abgestimmt. Übereinstimmung wird gezählt, wo zwei oder mehr dieselben Abbildungen gelabelt haben: Verteilen Sie Abbildungen mit einem gemeinsamen Teil, oder fügen Sie Stimmen ein, im Menü unter „Experten“.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two annotators</comment>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rarer answer(s) are not in the picture; the saved table has them.</source>
        <translation>
            <numerusform>%Ln seltenere Antwort ist nicht im Bild; die gesicherte Tabelle hat sie.</numerusform>
            <numerusform>%Ln seltenere Antworten sind nicht im Bild; die gesicherte Tabelle hat sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for tables and pictures</source>
        <translation>Ordner für Tabellen und Bilder</translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln file(s) in %1</source>
        <translation>
            <numerusform>%Ln Datei in %1 gesichert</numerusform>
            <numerusform>%Ln Dateien in %1 gesichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Only one person has voted so far. Agreement is counted where two or more people have labelled the same figures: share figures out with an overlap, or merge votes, in the menu under Experts.</source>
        <translation>Bisher hat nur eine Person abgestimmt. Übereinstimmung wird gezählt, wo zwei oder mehr dieselben Abbildungen gelabelt haben: Verteilen Sie Abbildungen mit einem gemeinsamen Teil, oder fügen Sie Stimmen ein, im Menü unter „Experten“.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Teamwork</name>
    <message>
        <source>%1: the whole collection</source>
        <translation>%1: die ganze Sammlung</translation>
    </message>
    <message>
        <source>%1, found by: %2</source>
        <translation>%1, gefunden mit: %2</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::VoteFiles</name>
    <message>
        <source>Votes (*.votes)</source>
        <translation>Stimmen (*.votes)</translation>
    </message>
    <message>
        <source>Export votes</source>
        <translation>Stimmen exportieren</translation>
    </message>
    <message>
        <source>Whose votes go into the file?</source>
        <translation>Wessen Stimmen kommen in die Datei?</translation>
    </message>
    <message>
        <source>One small file holds every decision with who, when and how. It can be merged into any other collection with the same figures.</source>
        <translation>Eine kleine Datei enthält jede Entscheidung mit wer, wann und wie. Sie kann in jede andere Sammlung mit denselben Abbildungen eingefügt werden.</translation>
    </message>
    <message>
        <source>Mine (%1)</source>
        <translation>Meine (%1)</translation>
    </message>
    <message>
        <source>Everybody’s</source>
        <translation>Alle</translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln decision(s) to %1</source>
        <translation>
            <numerusform>%Ln Entscheidung nach %1 exportiert</numerusform>
            <numerusform>%Ln Entscheidungen nach %1 exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge votes</source>
        <translation>Stimmen einfügen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Votes merged</source>
        <translation>Stimmen eingefügt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) in the file</source>
        <translation>
            <numerusform>%Ln Entscheidung in der Datei</numerusform>
            <numerusform>%Ln Entscheidungen in der Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them were here already: nothing has changed.</source>
        <translation>Alle waren schon hier: Nichts hat sich geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them new here.</source>
        <translation>
            <numerusform>Davon %Ln hier neu.</numerusform>
            <numerusform>Davon %Ln hier neu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln figure(s) of them are not in this collection; their votes are kept.</source>
        <translation>
            <numerusform>%Ln Abbildung davon ist nicht in dieser Sammlung; die Stimmen bleiben erhalten.</numerusform>
            <numerusform>%Ln Abbildungen davon sind nicht in dieser Sammlung; die Stimmen bleiben erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>No figure is disputed.</source>
        <translation>Keine Abbildung ist strittig.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln figure(s) in the collection are disputed now.</source>
        <translation>
            <numerusform>%Ln Abbildung der Sammlung ist jetzt strittig.</numerusform>
            <numerusform>%Ln Abbildungen der Sammlung sind jetzt strittig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review them</source>
        <translation>Durchsehen</translation>
    </message>
</context>
<context>
    <name>ContradictionText</name>
    <message>
        <source>%1 is not below a primary class that you chose</source>
        <comment>a class, or several with commas</comment>
        <translation>%1 gehört zu keiner Primärklasse, die Sie gewählt haben</translation>
    </message>
    <message>
        <source>%1 contradict each other</source>
        <comment>two answers</comment>
        <translation>%1 widersprechen sich</translation>
    </message>
    <message>
        <source>panel type becomes “%1”</source>
        <translation>Paneltyp wird „%1“</translation>
    </message>
    <message>
        <source>subtype becomes “%1”</source>
        <translation>Untertyp wird „%1“</translation>
    </message>
    <message>
        <source>clears the subtype</source>
        <translation>löscht den Untertyp</translation>
    </message>
    <message>
        <source>adds the primary class</source>
        <translation>ergänzt die Primärklasse</translation>
    </message>
    <message>
        <source>takes the secondary class away</source>
        <translation>nimmt die Sekundärklasse weg</translation>
    </message>
    <message>
        <source>resolves it</source>
        <translation>löst ihn auf</translation>
    </message>
    <message>
        <source>On %1: %2</source>
        <translation>Bei %1: %2</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::BulkDialog</name>
    <message>
        <source>Label many figures</source>
        <translation>Viele Abbildungen labeln</translation>
    </message>
    <message>
        <source>Change %1 at once?</source>
        <translation>%1 auf einmal ändern?</translation>
    </message>
    <message>
        <source>Label %1 “%2”?</source>
        <translation>%1 mit „%2“ labeln?</translation>
    </message>
    <message>
        <source>One of these figures</source>
        <translation>Eine dieser Abbildungen</translation>
    </message>
    <message>
        <source>Counting what they carry already…</source>
        <translation>Zählt, welche Labels sie schon haben …</translation>
    </message>
    <message>
        <source>One undo takes it back.</source>
        <translation>Ein Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>%1 labeln</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>kein Bild</translation>
    </message>
    <message>
        <source>None of them carries another answer.</source>
        <translation>Keine davon hat eine andere Antwort.</translation>
    </message>
    <message>
        <source>%1 of %2 carry another answer: %3</source>
        <translation>%1 von %2 haben eine andere Antwort: %3</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ChordPanel</name>
    <message>
        <source>Classes by letters</source>
        <translation>Klassen über Buchstaben</translation>
    </message>
    <message>
        <source>Kind of figure</source>
        <translation>Art der Abbildung</translation>
    </message>
    <message>
        <source>a letter shows what is below · Esc closes</source>
        <translation>ein Buchstabe zeigt, was darunter liegt · Esc schließt</translation>
    </message>
    <message>
        <source>Enter: “%1” as primary class · Esc: back</source>
        <translation>Enter: „%1“ als Primärklasse · Esc: zurück</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::GroupSelection</name>
    <message>
        <source>Selected %1 of this article; it has %2, the others are not in this view</source>
        <translation>%1 dieses Artikels ausgewählt; er hat %2, die übrigen sind nicht in dieser Ansicht</translation>
    </message>
    <message>
        <source>Selected %1: the next label is for all of them</source>
        <translation>%1 ausgewählt: Das nächste Label gilt für alle</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::SessionLog</name>
    <message>
        <source>Figures labelled: %1</source>
        <translation>Abbildungen mit Label: %1</translation>
    </message>
    <message>
        <source>Decisions: %1</source>
        <translation>Entscheidungen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Time at work, breaks of over two minutes left out: %n minute(s)</source>
        <translation>
            <numerusform>Arbeitszeit, ohne Pausen von über zwei Minuten: %n Minute</numerusform>
            <numerusform>Arbeitszeit, ohne Pausen von über zwei Minuten: %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures per hour: %L1</source>
        <translation>Abbildungen pro Stunde: %L1</translation>
    </message>
    <message>
        <source>Figures per hour: too early to tell</source>
        <translation>Abbildungen pro Stunde: noch zu früh zu sagen</translation>
    </message>
    <message>
        <source>Undone: %1 (%L2 % of the decisions)</source>
        <translation>Rückgängig gemacht: %1 (%L2 % der Entscheidungen)</translation>
    </message>
    <message numerus="yes">
        <source>Longest run without a break: %n minute(s), decisions: %1</source>
        <translation>
            <numerusform>Am längsten ohne Pause: %n Minute, Entscheidungen: %1</numerusform>
            <numerusform>Am längsten ohne Pause: %n Minuten, Entscheidungen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures by answer:</source>
        <translation>Abbildungen nach Antwort:</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Diese Sitzung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::QuestionHead</name>
    <message>
        <source>contradicts another answer of yours</source>
        <translation>widerspricht einer anderen Ihrer Antworten</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::CacheSettings</name>
    <message>
        <source>&amp;Empty</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Memory and disk</source>
        <translation>Speicher und Festplatte</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Removes the thumbnails kept for this collection; they are made again when they are seen</source>
        <translation>Entfernt die gespeicherten Vorschaubilder dieser Sammlung; sie werden beim Ansehen neu erzeugt</translation>
    </message>
    <message>
        <source>Thumbnails in &amp;memory</source>
        <translation>Vorschaubilder im &amp;Arbeitsspeicher</translation>
    </message>
    <message>
        <source>What was seen lately shows again at once.</source>
        <translation>Was zuletzt zu sehen war, erscheint sofort wieder.</translation>
    </message>
    <message>
        <source>Thumbnails on &amp;disk</source>
        <translation>Vorschaubilder auf der &amp;Festplatte</translation>
    </message>
    <message>
        <source>For each collection, in its own folder. Large pictures show sooner the next time; the least recently seen go first.</source>
        <translation>Für jede Sammlung, in deren Ordner. Große Bilder erscheinen beim nächsten Mal früher; was am längsten nicht zu sehen war, weicht zuerst.</translation>
    </message>
    <message>
        <source>Used now</source>
        <translation>Derzeit belegt</translation>
    </message>
    <message>
        <source>No collection is open.</source>
        <translation>Es ist keine Sammlung geöffnet.</translation>
    </message>
    <message>
        <source>%1 on disk</source>
        <translation>%1 auf der Festplatte</translation>
    </message>
    <message>
        <source>nothing on disk</source>
        <translation>nichts auf der Festplatte</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::CriterionRow</name>
    <message>
        <source>has all of the words</source>
        <translation>enthält alle Wörter</translation>
    </message>
    <message>
        <source>has exactly</source>
        <translation>enthält genau</translation>
    </message>
    <message>
        <source>has any of the words</source>
        <translation>enthält eines der Wörter</translation>
    </message>
    <message>
        <source>has none of the words</source>
        <translation>enthält keines der Wörter</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>liegt zwischen</translation>
    </message>
    <message>
        <source>is known</source>
        <translation>ist bekannt</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is</source>
        <comment>a state</comment>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <comment>a state</comment>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>asks for</source>
        <translation>fragt nach</translation>
    </message>
    <message>
        <source>for example western blot</source>
        <translation>zum Beispiel western blot</translation>
    </message>
    <message>
        <source>several values between semicolons</source>
        <translation>mehrere Werte durch Semikolons getrennt</translation>
    </message>
    <message>
        <source>for example (mouse OR rat) -cancer</source>
        <translation>zum Beispiel (mouse OR rat) -cancer</translation>
    </message>
    <message>
        <source>for example cell immuno*</source>
        <translation>zum Beispiel cell immuno*</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>Was betrachtet wird</translation>
    </message>
    <message>
        <source>How it is compared</source>
        <translation>Wie verglichen wird</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Words or values</source>
        <translation>Wörter oder Werte</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>and</source>
        <comment>between 1 and 2</comment>
        <translation>und</translation>
    </message>
    <message>
        <source>Any text</source>
        <translation>Beliebiger Text</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Query language</source>
        <translation>Suchsprache</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::QueryBuilder</name>
    <message>
        <source>&amp;Add a condition</source>
        <translation>Bedingung &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Build a search</source>
        <translation>Suche zusammenstellen</translation>
    </message>
    <message>
        <source>all of these conditions</source>
        <translation>alle diese Bedingungen</translation>
    </message>
    <message>
        <source>at least one of these conditions</source>
        <translation>mindestens eine dieser Bedingungen</translation>
    </message>
    <message>
        <source>How many of the conditions must hold</source>
        <translation>Wie viele Bedingungen erfüllt sein müssen</translation>
    </message>
    <message>
        <source>The search as text</source>
        <translation>Die Suche als Text</translation>
    </message>
    <message>
        <source>Figures that meet</source>
        <translation>Abbildungen erfüllen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>One of the conditions makes no sense yet.</source>
        <translation>Eine der Bedingungen ergibt noch keinen Sinn.</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>Alle Abbildungen</translation>
    </message>
    <message>
        <source>…</source>
        <comment>a count that is not there yet</comment>
        <translation>…</translation>
    </message>
    <message>
        <source>%1 match</source>
        <comment>so many figures</comment>
        <translation>%1 passen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FindSimilar</name>
    <message>
        <source>Looked for duplicates: the menu “Similarity” shows what was found</source>
        <translation>Duplikate gesucht: Das Menü „Ähnlichkeit“ zeigt, was gefunden wurde</translation>
    </message>
    <message>
        <source>A search takes %1 examples at most, and %2 figures are selected: select fewer, or none to search with the figure at the cursor</source>
        <translation>Eine Suche nimmt höchstens %1 Beispiele, und %2 Abbildungen sind ausgewählt: Wählen Sie weniger aus, oder keine, um mit der Abbildung am Cursor zu suchen</translation>
    </message>
    <message>
        <source>Search by a picture</source>
        <translation>Mit einem Bild suchen</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The file on the clipboard is no picture that can be read: JPEG, PNG, WebP, TIFF, GIF or BMP</source>
        <translation>Die Datei in der Zwischenablage ist kein lesbares Bild: JPEG, PNG, WebP, TIFF, GIF oder BMP</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard: copy a picture or the file of one, and paste again</source>
        <translation>In der Zwischenablage ist kein Bild: Kopieren Sie ein Bild oder eine Bilddatei und fügen Sie noch einmal ein</translation>
    </message>
    <message>
        <source>There is no figure here to choose a part of</source>
        <translation>Hier ist keine Abbildung, von der sich ein Teil wählen ließe</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::SimilarSearch</name>
    <message>
        <source>There is no figure here to search with</source>
        <translation>Hier ist keine Abbildung, mit der sich suchen ließe</translation>
    </message>
    <message>
        <source>A search takes %1 examples at most: remove some of those above first</source>
        <translation>Eine Suche nimmt höchstens %1 Beispiele: Entfernen Sie zuerst einige der obigen</translation>
    </message>
    <message>
        <source>That is an example of this search already</source>
        <translation>Das ist schon ein Beispiel dieser Suche</translation>
    </message>
    <message>
        <source>a part of %1</source>
        <translation>ein Teil von %1</translation>
    </message>
    <message>
        <source>Open a collection first: a picture is searched for among its figures</source>
        <translation>Öffnen Sie zuerst eine Sammlung: Ein Bild wird unter deren Abbildungen gesucht</translation>
    </message>
    <message>
        <source>A search takes %1 pictures at most; these are %2</source>
        <translation>Eine Suche nimmt höchstens %1 Bilder; dies sind %2</translation>
    </message>
    <message>
        <source>No search with “%1”: %2</source>
        <translation>Keine Suche mit „%1“: %2</translation>
    </message>
    <message>
        <source>No search with this part: %1</source>
        <translation>Keine Suche mit diesem Teil: %1</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>pasted picture</source>
        <translation>eingefügtes Bild</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::DuplicateModel</name>
    <message numerus="yes">
        <source>The same picture · %Ln group(s)</source>
        <translation>
            <numerusform>Dasselbe Bild · %Ln Gruppe</numerusform>
            <numerusform>Dasselbe Bild · %Ln Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nearly the same · %Ln group(s)</source>
        <translation>
            <numerusform>Fast dasselbe · %Ln Gruppe</numerusform>
            <numerusform>Fast dasselbe · %Ln Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a tier and its figures</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>articles</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 and unknown</source>
        <comment>articles</comment>
        <translation>%1 und unbekannte</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::DuplicatesDialog</name>
    <message>
        <source>Also nearly the same, likeness from</source>
        <translation>Auch fast gleiche, Ähnlichkeit ab</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>Duplikate suchen</translation>
    </message>
    <message>
        <source>Show in the gallery</source>
        <translation>In der Galerie zeigen</translation>
    </message>
    <message>
        <source>Select them, to label all at once</source>
        <translation>Auswählen, um alle auf einmal zu labeln</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Finds figures that stand here more than once, whatever article they come from.</source>
        <translation>Findet Abbildungen, die hier mehrmals vorkommen, aus welchem Artikel auch immer.</translation>
    </message>
    <message>
        <source> of 100</source>
        <comment>likeness</comment>
        <translation> von 100</translation>
    </message>
    <message>
        <source>Least likeness, of 100</source>
        <translation>Kleinste Ähnlichkeit, von 100</translation>
    </message>
    <message>
        <source>How alike the vectors of two figures are before their pictures are compared. A lower number finds more pictures made anew and takes longer: for each pair that is compared, about 4 ms of one processor.</source>
        <translation>Wie ähnlich die Vektoren zweier Abbildungen sind, bevor ihre Bilder verglichen werden. Eine kleinere Zahl findet mehr neu gemachte Bilder und dauert länger: je verglichenem Paar etwa 4 ms eines Prozessors.</translation>
    </message>
    <message>
        <source>Figures of the group</source>
        <translation>Abbildungen der Gruppe</translation>
    </message>
    <message>
        <source>Groups of duplicates</source>
        <translation>Gruppen von Duplikaten</translation>
    </message>
    <message>
        <source>Comparing all figures…</source>
        <translation>Alle Abbildungen werden verglichen…</translation>
    </message>
    <message>
        <source>No figure stands here twice.</source>
        <translation>Keine Abbildung kommt hier zweimal vor.</translation>
    </message>
    <message>
        <source>Those that stand in several articles come first. An export can leave out copies of the same picture.</source>
        <translation>Zuerst stehen die aus mehreren Artikeln. Ein Export kann Kopien desselben Bildes weglassen.</translation>
    </message>
    <message>
        <source>What is nearly the same may differ in a small place, a number or a side group: look before you act.</source>
        <translation>Was nahezu gleich ist, kann sich an einer kleinen Stelle unterscheiden, einer Zahl oder Seitengruppe: Sehen Sie erst nach.</translation>
    </message>
    <message>
        <source>%1 without a vector were not compared by their likeness: make vectors in the menu “Similarity”, or import those of the model that is compared by, and look again.</source>
        <translation>%1 ohne Vektor wurden nicht nach ihrer Ähnlichkeit verglichen: Berechnen Sie im Menü „Ähnlichkeit“ Vektoren oder importieren Sie die des Modells, nach dem verglichen wird, und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 were not compared because their pictures cannot be read.</source>
        <translation>%1 wurden nicht verglichen, weil ihre Bilder nicht zu lesen sind.</translation>
    </message>
    <message>
        <source>Choose a group to see its figures.</source>
        <translation>Wählen Sie eine Gruppe, um ihre Abbildungen zu sehen.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Licences: %1</source>
        <translation>Lizenzen: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between licences</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1. Shown are the first %2 figures.</source>
        <translation>%1. Gezeigt werden die ersten %2 Abbildungen.</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Suche stoppen</translation>
    </message>
    <message>
        <source>Another job is running; this can begin when it is done</source>
        <translation>Ein anderer Vorgang läuft; danach kann dies beginnen</translation>
    </message>
    <message>
        <source>%1 of unknown articles</source>
        <translation>%1 aus unbekannten Artikeln</translation>
    </message>
    <message>
        <source>%1: %2 in %3, the rest of unknown articles</source>
        <comment>figures, how many of them, articles</comment>
        <translation>%1: %2 in %3, die übrigen aus unbekannten Artikeln</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::MemberModel</name>
    <message>
        <source>licence unknown</source>
        <translation>Lizenz unbekannt</translation>
    </message>
    <message>
        <source>article unknown</source>
        <translation>Artikel unbekannt</translation>
    </message>
    <message>
        <source>%1, article %2, licence %3</source>
        <comment>a figure by its key</comment>
        <translation>%1, Artikel %2, Lizenz %3</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::NeighbourStrip</name>
    <message>
        <source>Make vectors</source>
        <translation>Vektoren berechnen</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>Nächste Nachbarn</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More like this figure</source>
        <translation>Mehr wie diese Abbildung</translation>
    </message>
    <message>
        <source>Search for more figures like this one</source>
        <translation>Nach mehr Abbildungen wie dieser suchen</translation>
    </message>
    <message>
        <source>Likeness %1 of 100</source>
        <translation>Ähnlichkeit %1 von 100</translation>
    </message>
    <message>
        <source>This figure has no vector yet: its neighbours are known once it has one. %1</source>
        <translation>Diese Abbildung hat noch keinen Vektor: Ihre Nachbarn sind bekannt, sobald sie einen hat. %1</translation>
    </message>
    <message>
        <source>This figure has no vector of “%1”, by which figures are compared. %2</source>
        <translation>Diese Abbildung hat keinen Vektor von „%1“, nach dem Abbildungen verglichen werden. %2</translation>
    </message>
    <message>
        <source>Compare by the built-in descriptor</source>
        <translation>Nach dem eingebauten Deskriptor vergleichen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::PartChooser</name>
    <message>
        <source>Find like this part</source>
        <translation>Wie diesen Teil finden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a part of the picture</source>
        <translation>Einen Teil des Bildes wählen</translation>
    </message>
    <message>
        <source>Drag around the part. The arrow keys move it, with Shift they change its size. Enter searches, Escape leaves.</source>
        <translation>Ziehen Sie um den Teil. Die Pfeiltasten verschieben ihn, mit Umschalt ändern sie die Größe. Die Eingabetaste sucht, Esc bricht ab.</translation>
    </message>
    <message>
        <source>There is no part yet: drag from one corner of it to the other.</source>
        <translation>Noch ist kein Teil gewählt: Ziehen Sie von einer Ecke zur anderen.</translation>
    </message>
    <message>
        <source>That is too small for a part: drag from one corner of it to the other.</source>
        <translation>Das ist zu klein für einen Teil: Ziehen Sie von einer Ecke zur anderen.</translation>
    </message>
    <message>
        <source>That is beside the picture: drag around a part of the picture itself.</source>
        <translation>Das liegt neben dem Bild: Ziehen Sie um einen Teil des Bildes selbst.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ThumbnailRowModel</name>
    <message>
        <source>Figure %1 of %2</source>
        <translation>Abbildung %1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a figure, what is said about it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, shown now</source>
        <translation>%1, gerade gezeigt</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FindingsPane</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::OptionButtons</name>
    <message>
        <source>none fits</source>
        <comment>of the classes</comment>
        <translation>keine passt</translation>
    </message>
    <message>
        <source>more…</source>
        <translation>mehr…</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::VotesPane</name>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>What happened to this figure</source>
        <translation>Was mit dieser Abbildung geschah</translation>
    </message>
    <message>
        <source>Votes and history</source>
        <translation>Stimmen und Verlauf</translation>
    </message>
    <message>
        <source>Accepted by %1, %2</source>
        <translation>Angenommen von %1, %2</translation>
    </message>
    <message>
        <source>Sent back by %1, %2: %3</source>
        <translation>Zurückgegeben von %1, %2: %3</translation>
    </message>
    <message>
        <source>Reopened by %1, %2</source>
        <translation>Wieder geöffnet von %1, %2</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FigureVectors</name>
    <message>
        <source>Every figure has its vector already</source>
        <translation>Jede Abbildung hat schon ihren Vektor</translation>
    </message>
    <message>
        <source>%1 of %2 have no vector yet and cannot be found by their likeness.</source>
        <translation>%1 von %2 haben noch keinen Vektor und sind nicht über ihre Ähnlichkeit zu finden.</translation>
    </message>
    <message>
        <source>Searching by likeness takes a vector of each figure, and none of %1 has one yet.</source>
        <translation>Die Suche nach Ähnlichkeit braucht von jeder Abbildung einen Vektor, und von %1 hat noch keine einen.</translation>
    </message>
    <message>
        <source>They are being made; the search runs again by itself when they are ready.</source>
        <translation>Sie werden gerade berechnet; danach läuft die Suche von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Making them takes %1 here, once. Meanwhile everything else goes on; it can be paused, and taken up again later.</source>
        <translation>Sie zu berechnen dauert hier einmalig %1. Alles andere geht dabei weiter; man kann es anhalten und später fortsetzen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Make vectors</source>
        <translation>Vektoren berechnen</translation>
    </message>
    <message>
        <source>The vectors are made as soon as the running job is done</source>
        <translation>Die Vektoren werden berechnet, sobald der laufende Vorgang fertig ist</translation>
    </message>
    <message>
        <source>%1 got no vector, because their pictures cannot be read; searches by likeness do not find them.</source>
        <translation>%1 haben keinen Vektor bekommen, weil ihre Bilder nicht lesbar sind; die Suche nach Ähnlichkeit findet sie nicht.</translation>
    </message>
    <message>
        <source>Made the vectors of %1 in %2 s</source>
        <translation>Vektoren von %1 in %2 s berechnet</translation>
    </message>
    <message>
        <source>Figures are compared by: %1</source>
        <translation>Abbildungen werden verglichen nach: %1</translation>
    </message>
    <message>
        <source>%1 of %2 have no vector of “%3”, by which figures are compared, and cannot be found by their likeness.</source>
        <translation>%1 von %2 haben keinen Vektor von „%3“, nach dem Abbildungen verglichen werden, und sind nicht über ihre Ähnlichkeit zu finden.</translation>
    </message>
    <message>
        <source>Figures are compared by “%1”, and none of %2 has a vector of it.</source>
        <translation>Abbildungen werden nach „%1“ verglichen, und von %2 hat keine einen Vektor davon.</translation>
    </message>
    <message>
        <source>Import vectors…</source>
        <translation>Vektoren importieren…</translation>
    </message>
    <message>
        <source>Compare by the built-in descriptor</source>
        <translation>Nach dem eingebauten Deskriptor vergleichen</translation>
    </message>
    <message>
        <source>Figures are compared by “%1”, whose vectors were made elsewhere: a picture from outside or a part of a figure has none. The built-in descriptor can describe it.</source>
        <translation>Abbildungen werden nach „%1“ verglichen, und diese Vektoren sind anderswo entstanden: Ein Bild von außen oder ein Teil einer Abbildung hat keinen. Der eingebaute Deskriptor kann es beschreiben.</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ComparedModel</name>
    <message>
        <source>Built-in descriptor</source>
        <translation>Eingebauter Deskriptor</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ModelButton</name>
    <message>
        <source>Whose vectors are compared</source>
        <translation>Wessen Vektoren verglichen werden</translation>
    </message>
    <message>
        <source>Compare: %1</source>
        <comment>the model whose vectors are compared</comment>
        <translation>Vergleich: %1</translation>
    </message>
    <message>
        <source>Figures are compared by: %1</source>
        <translation>Abbildungen werden verglichen nach: %1</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::VectorImportDialog</name>
    <message>
        <source>Compare figures by these vectors from now on</source>
        <translation>Abbildungen ab jetzt nach diesen Vektoren vergleichen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Import vectors</source>
        <translation>Vektoren importieren</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was taken in.</source>
        <translation>Abgebrochen. Nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>A NumPy file</source>
        <translation>Einer NumPy-Datei</translation>
    </message>
    <message>
        <source>Members of the shards</source>
        <translation>Dateien in den Shards</translation>
    </message>
    <message>
        <source>A .npy file: float16 or float32, a row a figure</source>
        <translation>Eine .npy-Datei: float16 oder float32, eine Zeile je Abbildung</translation>
    </message>
    <message>
        <source>The figures’ keys, one a line, in the order of the rows</source>
        <translation>Die Schlüssel der Abbildungen, je Zeile einer, in der Folge der Vektoren</translation>
    </message>
    <message>
        <source>A name for what made the vectors</source>
        <translation>Ein Name dafür, woraus die Vektoren stammen</translation>
    </message>
    <message>
        <source>Letters, digits, “-”, “_” and “.”</source>
        <translation>Buchstaben, Ziffern, „-“, „_“ und „.“</translation>
    </message>
    <message>
        <source>Each sample’s vector is a member KEY.npy, or with another ending</source>
        <translation>Der Vektor jedes Samples ist eine Datei SCHLÜSSEL.npy, oder mit anderer Endung</translation>
    </message>
    <message>
        <source>File of vectors</source>
        <translation>Datei mit Vektoren</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npy)</source>
        <translation>NumPy-Arrays (*.npy)</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Liste der Schlüssel</translation>
    </message>
    <message>
        <source>Lists of keys (*.txt *.csv)</source>
        <translation>Listen von Schlüsseln (*.txt *.csv)</translation>
    </message>
    <message>
        <source>Vectors from</source>
        <translation>Vektoren aus</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Ending of the members</source>
        <translation>Endung der Dateien</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>For vectors that exist already, made by another program. What is in them is shown here before anything is taken in.</source>
        <translation>Für Vektoren, die ein anderes Programm schon berechnet hat. Was darin ist, steht hier, bevor etwas übernommen wird.</translation>
    </message>
    <message>
        <source>%1 vectors of %2 numbers (%3).</source>
        <translation>%1 Vektoren mit %2 Zahlen (%3).</translation>
    </message>
    <message>
        <source>Of %1 keys looked up here and there, %2 name a figure of this collection.</source>
        <translation>Von %1 stichprobenweise nachgeschlagenen Schlüsseln gehören %2 zu einer Abbildung dieser Sammlung.</translation>
    </message>
    <message>
        <source>Every key names a figure of this collection.</source>
        <translation>Jeder Schlüssel gehört zu einer Abbildung dieser Sammlung.</translation>
    </message>
    <message>
        <source>%1 of the %2 keys name a figure of this collection. These do not, and are left out: %3</source>
        <translation>%1 der %2 Schlüssel gehören zu einer Abbildung dieser Sammlung. Diese nicht, und sie werden ausgelassen: %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Of %1 figures looked at here and there, none has a vector in a member .%2.</source>
        <translation>Von %1 stichprobenweise angesehenen Abbildungen hat keine einen Vektor in einer Datei .%2.</translation>
    </message>
    <message>
        <source>Of %1 figures looked at here and there, %2 have a vector in a member .%3: %4 numbers (%5).</source>
        <translation>Von %1 stichprobenweise angesehenen Abbildungen haben %2 einen Vektor in einer Datei .%3: %4 Zahlen (%5).</translation>
    </message>
    <message>
        <source>One that is no vector: %1</source>
        <translation>Eine, die kein Vektor ist: %1</translation>
    </message>
    <message>
        <source>“builtin” are this program’s own vectors, which these will replace: take another name, unless this version of the program exported them.</source>
        <translation>„builtin“ sind die eigenen Vektoren dieses Programms, die hierdurch ersetzt werden: Nehmen Sie einen anderen Namen, wenn sie nicht mit dieser Version des Programms exportiert wurden.</translation>
    </message>
    <message>
        <source>Took in the vectors of %1, %2 numbers each, as “%3”.</source>
        <translation>Vektoren von %1 mit je %2 Zahlen als „%3“ übernommen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) name no figure of this collection and were left out: %1</source>
        <translation>
            <numerusform>%Ln Schlüssel gehört zu keiner Abbildung dieser Sammlung und wurde ausgelassen: %1</numerusform>
            <numerusform>%Ln Schlüssel gehören zu keiner Abbildung dieser Sammlung und wurden ausgelassen: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) could not be taken in; the first, of %1: %2</source>
        <translation>
            <numerusform>%Ln Datei war nicht zu übernehmen; die erste, von %1: %2</numerusform>
            <numerusform>%Ln Dateien waren nicht zu übernehmen; die erste, von %1: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::VectorExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export vectors</source>
        <translation>Vektoren exportieren</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>A .npy file, which other programs read</source>
        <translation>Eine .npy-Datei, die andere Programme lesen</translation>
    </message>
    <message>
        <source>File of vectors</source>
        <translation>Datei mit Vektoren</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npy)</source>
        <translation>NumPy-Arrays (*.npy)</translation>
    </message>
    <message>
        <source>A row of float16 numbers is written for each figure, and beside the file a list of the figures’ keys, one a line, in the order of the rows.</source>
        <translation>Für jede Abbildung wird eine Zeile mit float16-Zahlen geschrieben, und neben die Datei eine Liste der Schlüssel, je Zeile einer, in derselben Folge.</translation>
    </message>
    <message>
        <source>Writes %1 and, beside it, the keys in %2.</source>
        <translation>Schreibt %1 und daneben die Schlüssel in %2.</translation>
    </message>
    <message>
        <source>Writes %1 and, beside it, the keys in %2. What is there under these names is replaced.</source>
        <translation>Schreibt %1 und daneben die Schlüssel in %2. Was unter diesen Namen da ist, wird ersetzt.</translation>
    </message>
    <message>
        <source>Wrote the vectors of %1, %2 numbers each.</source>
        <translation>Vektoren von %1 mit je %2 Zahlen geschrieben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::AnswerHeads</name>
    <message>
        <source>several answers</source>
        <translation>mehrere Antworten</translation>
    </message>
    <message>
        <source>one answer</source>
        <translation>eine Antwort</translation>
    </message>
    <message>
        <source>several</source>
        <comment>answers</comment>
        <translation>mehrere</translation>
    </message>
    <message>
        <source>one</source>
        <comment>answer</comment>
        <translation>eine</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>ohne Label</translation>
    </message>
    <message>
        <source>not the same for all</source>
        <comment>of the answers of several figures</comment>
        <translation>nicht bei allen gleich</translation>
    </message>
    <message>
        <source>no class fits</source>
        <translation>keine Klasse passt</translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ReadingNote</name>
    <message>
        <source>Reading “%1”…</source>
        <translation>„%1“ wird gelesen…</translation>
    </message>
</context>
</TS>
