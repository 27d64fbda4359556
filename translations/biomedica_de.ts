<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>Open &amp;shards…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;folder of shards…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add shards to this collection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;collection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the &amp;demo figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for &amp;changed shards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;moved shards…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use the running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel the running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Annotator&apos;s name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;When was this saved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ave this search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Invert selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select or &amp;unselect the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;unlabelled figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous un&amp;labelled figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to a position or key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Type to find a class…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accept the suggested or imported answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear my answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Repeat the last label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next question, then next fi&amp;gure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One level &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy c&amp;itation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;link to the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save picture as stored…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;article in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;figures of this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More lines of caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ewer lines of caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels &amp;on tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview under the &amp;mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image at &amp;100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the zoom between figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ight colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at &amp;100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at 1&amp;25 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at 1&amp;50 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at &amp;200 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Deutsch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Figure panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels as at &amp;first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Biomedica Curator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>--theme is dark or light, not &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size is a width and a height such as 1600x1000, not &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--text is a number of percent from 100 to 200, not &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--do names actions such as ViewTable, not &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--language is one of %1, not &apos;%2&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse, search, label and export scientific figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COLLECTION | SHARD…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A collection&apos;s folder, or shards and folders of shards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo figures; draw them the first time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the window to FILE.png and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark or light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of all text in percent, 100 to 200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window, such as de.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s size, such as 1600x1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to search for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions to carry out once everything is shown, such as ViewTable.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureText</name>
    <message>
        <source>Figure %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no licence stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This figure has no caption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MeSH terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abstract</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyOverlay</name>
    <message>
        <source>← → ↑ ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgUp PgDn Home End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page, first, last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+arrows, Shift+click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 … 9, 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the current question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+1 … Shift+0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers 11 to 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, Ctrl+click, Alt+click on a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this, this too, not this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving and answering</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;gure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G&amp;o</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>panel type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subtype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secondary class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clearing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clearing the status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“unsure”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“skipped”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clearing the flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui</name>
    <message>
        <source>disputed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::AboutBox</name>
    <message>
        <source>About Biomedica Curator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biomedica Curator %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries with version and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse, search, label and export millions of scientific figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the &lt;a href=&quot;https://www.gnu.org/licenses/gpl-3.0.html&quot;&gt;GNU General Public License&lt;/a&gt;, version 3 or later, without any warranty. The figures keep the licences of their articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ActionModel</name>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Banner</name>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ClassFinder</name>
    <message>
        <source>Type to find a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ExportDialog</name>
    <message>
        <source>Only figures that somebody has labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace an earlier export in this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures found by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What most annotators say (consensus)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only my labels (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures per shard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 shard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported %1, %2 of them labelled, into %3 (%4). </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back and compared: every byte is as it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading it back found a difference: %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FacetModel</name>
    <message>
        <source>Panel type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Primary class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported labels only</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n figure(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FacetView</name>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: only this · Ctrl+click: this too · Alt+click: not this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FigurePanel</name>
    <message>
        <source>Caption, labels and details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentioned in the article · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::GalleryView</name>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ImageView</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the picture into the panel (Ctrl+0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pixel of the picture on one pixel of the screen (Ctrl+1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::JobWidget</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: what is done stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading shards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing demo figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::KeyButton</name>
    <message>
        <source>Key %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::KeyOverlay</name>
    <message>
        <source>Keys valid here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any key closes this. Ctrl+K finds every command by its name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::LabelBar</name>
    <message>
        <source>Labels of the current figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>press a key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::LabelTable</name>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many figures at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the shard says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::MainWindow</name>
    <message>
        <source>Recent &amp;collections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. The shards read so far are in the collection; “Look for changed shards” reads the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biomedica Curator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shard could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the collection. %2 samples have problems; %3 of them give no figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read %1 in %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window speaks the chosen language from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotator&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name on your decisions:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Opener</name>
    <message>
        <source>Wait for the running job to end, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shards (*.tar)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open shards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of shards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add shards to this collection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::QuestionHead</name>
    <message>
        <source>unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::SearchBar</name>
    <message>
        <source>Search captions and articles, or filter: license:&quot;CC BY&quot; year:2015..2020</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::SearchField</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Session</name>
    <message>
        <source>me</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ShortcutPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::StartPage</name>
    <message>
        <source>Recent collections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biomedica Curator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse, search, label and export scientific figures. Shards stay where they are and are never written to; what you decide is saved with every key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop .tar files and folders into this window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::StatusLine</name>
    <message>
        <source>label → &lt;b&gt;%1 selected&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label → &lt;b&gt;this figure&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 left to label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::TilePainter</name>
    <message>
        <source>unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::TopBar</name>
    <message>
        <source>Biomedica Curator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the figures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Workbench</name>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No further figure without a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undid %1 on %2 · Ctrl+Shift+Z redoes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redid %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1 at once?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label %1 “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label many figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop shards (.tar files or folders) here, or choose “Add shards” in the menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No figure matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a filter away on the left, or clear the search with Ctrl+Shift+F.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
