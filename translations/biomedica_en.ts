<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>OutcomeText</name>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ArticleStrip</name>
    <message numerus="yes">
        <source>In this article · %n figure(s)</source>
        <translation>
            <numerusform>In this article · %n figure</numerusform>
            <numerusform>In this article · %n figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::Attention</name>
    <message numerus="yes">
        <source>%n shard(s) of this collection are not read yet; their figures are not to be seen here.</source>
        <translation>
            <numerusform>%n shard of this collection is not read yet; its figures are not to be seen here.</numerusform>
            <numerusform>%n shards of this collection are not read yet; their figures are not to be seen here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shards are not there. Their pictures come back when they do; captions and labels are safe. If they were moved, show where they are.</source>
        <translation>
            <numerusform>%n shards are not there. Their pictures come back when they do; captions and labels are safe. If they were moved, show where they are.</numerusform>
            <numerusform>%n shards are not there. Their pictures come back when they do; captions and labels are safe. If they were moved, show where they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ComparePage</name>
    <message numerus="yes">
        <source>Comparing %n figure(s)</source>
        <translation>
            <numerusform>Comparing %n figure</numerusform>
            <numerusform>Comparing %n figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ExportDialog</name>
    <message numerus="yes">
        <source>Nothing to export: none of these %Ln figure(s) is labelled</source>
        <translation>
            <numerusform>Nothing to export: this %Ln figure is not labelled</numerusform>
            <numerusform>Nothing to export: none of these %Ln figures is labelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FacetModel</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n figure(s)</source>
        <translation>
            <numerusform>%1, %n figure</numerusform>
            <numerusform>%1, %n figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FigurePages</name>
    <message numerus="yes">
        <source>Two to four figures can be compared; %n are selected</source>
        <translation>
            <numerusform>Two to four figures can be compared; %n are selected</numerusform>
            <numerusform>Two to four figures can be compared; %n are selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::FindShardsDialog</name>
    <message numerus="yes">
        <source>%n shard(s) are not where they were.</source>
        <translation>
            <numerusform>%n shard is not where it was.</numerusform>
            <numerusform>%n shards are not where they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found %n shard(s) with the same figures.</source>
        <translation>
            <numerusform>Found %n shard with the same figures.</numerusform>
            <numerusform>Found %n shards with the same figures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shard(s) of the same name hold something else.</source>
        <translation>
            <numerusform>%n shard of the same name holds something else.</numerusform>
            <numerusform>%n shards of the same name hold something else.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shard(s) are not below this folder; try another one after linking.</source>
        <translation>
            <numerusform>%n shard is not below this folder; try another one after linking.</numerusform>
            <numerusform>%n shards are not below this folder; try another one after linking.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Link %n shard(s)</source>
        <translation>
            <numerusform>Link %n shard</numerusform>
            <numerusform>Link %n shards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Linked %n shard(s)</source>
        <translation>
            <numerusform>Linked %n shard</numerusform>
            <numerusform>Linked %n shards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::HistoryDialog</name>
    <message numerus="yes">
        <source>%Ln decision(s)</source>
        <translation>
            <numerusform>%Ln decision</numerusform>
            <numerusform>%Ln decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::HistoryModel</name>
    <message numerus="yes">
        <source>%1 and %n more in one go</source>
        <translation>
            <numerusform>%1 and %n more in one go</numerusform>
            <numerusform>%1 and %n more in one go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ProblemPanel</name>
    <message numerus="yes">
        <source>Copied %n problem(s)</source>
        <translation>
            <numerusform>Copied %n problem</numerusform>
            <numerusform>Copied %n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n problem(s) as %1</source>
        <translation>
            <numerusform>Saved %n problem as %1</numerusform>
            <numerusform>Saved %n problems as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n again</source>
        <translation>
            <numerusform>Check %n again</numerusform>
            <numerusform>Check %n again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ProblemsDock</name>
    <message numerus="yes">
        <source>Checked %n picture(s)</source>
        <translation>
            <numerusform>Checked %n picture</numerusform>
            <numerusform>Checked %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be shown</source>
        <translation>
            <numerusform>%n cannot be shown</numerusform>
            <numerusform>%n cannot be shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out of reach</source>
        <translation>
            <numerusform>%n out of reach</numerusform>
            <numerusform>%n out of reach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::SessionLog</name>
    <message numerus="yes">
        <source>Time at work, breaks of over two minutes left out: %n minute(s)</source>
        <translation>
            <numerusform>Time at work, breaks of over two minutes left out: %n minute</numerusform>
            <numerusform>Time at work, breaks of over two minutes left out: %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Longest run without a break: %n minute(s), decisions: %1</source>
        <translation>
            <numerusform>Longest run without a break: %n minute, decisions: %1</numerusform>
            <numerusform>Longest run without a break: %n minutes, decisions: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::StaleHint</name>
    <message numerus="yes">
        <source>%Ln figure(s) no longer match · Refresh</source>
        <translation>
            <numerusform>%Ln figure no longer matches · Refresh</numerusform>
            <numerusform>%Ln figures no longer match · Refresh</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::StatusLine</name>
    <message numerus="yes">
        <source>%1 of %2 left, about %n minute(s)</source>
        <translation>
            <numerusform>%1 of %2 left, about %n minute</numerusform>
            <numerusform>%1 of %2 left, about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::TargetPanel</name>
    <message numerus="yes">
        <source>%Ln selected figure(s)</source>
        <translation>
            <numerusform>%Ln selected figure</numerusform>
            <numerusform>%Ln selected figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::UndoPanel</name>
    <message numerus="yes">
        <source>Undone already: %n decision(s). Redoing brings them back.</source>
        <translation>
            <numerusform>Undone already: %n decision. Redoing brings it back.</numerusform>
            <numerusform>Undone already: %n decisions. Redoing brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n decision(s) changes no label: others or later ones say the same.</source>
        <translation>
            <numerusform>Undoing %n decision changes no label: others or later ones say the same.</numerusform>
            <numerusform>Undoing %n decisions changes no label: others or later ones say the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n decision(s) changes the labels of %1.</source>
        <translation>
            <numerusform>Undoing %n decision changes the labels of %1.</numerusform>
            <numerusform>Undoing %n decisions changes the labels of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n decision(s) changes the labels of %1 of %2.</source>
        <translation>
            <numerusform>Undoing %n decision changes the labels of %1 of %2.</numerusform>
            <numerusform>Undoing %n decisions changes the labels of %1 of %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::HeatMap</name>
    <message numerus="yes">
        <source>%1 says %2, %3 says %4: %Ln figure(s)</source>
        <translation>
            <numerusform>%1 says %2, %3 says %4: %Ln figure</numerusform>
            <numerusform>%1 says %2, %3 says %4: %Ln figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::LineChart</name>
    <message numerus="yes">
        <source>%1, %2: %3 of %Ln vote(s)</source>
        <comment>name, day, share</comment>
        <translation>
            <numerusform>%1, %2: %3 of %Ln vote</numerusform>
            <numerusform>%1, %2: %3 of %Ln votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::ReviewPage</name>
    <message numerus="yes">
        <source>%Ln sent back</source>
        <translation>
            <numerusform>%Ln sent back</numerusform>
            <numerusform>%Ln sent back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flagged or unsure</source>
        <translation>
            <numerusform>%Ln flagged or unsure</numerusform>
            <numerusform>%Ln flagged or unsure</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::StatisticsPage</name>
    <message numerus="yes">
        <source>%Ln rarer answer(s) are not in the picture; the saved table has them.</source>
        <translation>
            <numerusform>%Ln rarer answer is not in the picture; the saved table has it.</numerusform>
            <numerusform>%Ln rarer answers are not in the picture; the saved table has them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln file(s) in %1</source>
        <translation>
            <numerusform>Saved %Ln file in %1</numerusform>
            <numerusform>Saved %Ln files in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::VoteFiles</name>
    <message numerus="yes">
        <source>Exported %Ln decision(s) to %1</source>
        <translation>
            <numerusform>Exported %Ln decision to %1</numerusform>
            <numerusform>Exported %Ln decisions to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) in the file</source>
        <translation>
            <numerusform>%Ln decision in the file</numerusform>
            <numerusform>%Ln decisions in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them new here.</source>
        <translation>
            <numerusform>%Ln of them is new here.</numerusform>
            <numerusform>%Ln of them are new here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln figure(s) of them are not in this collection; their votes are kept.</source>
        <translation>
            <numerusform>%Ln figure of them is not in this collection; its votes are kept.</numerusform>
            <numerusform>%Ln figures of them are not in this collection; their votes are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln figure(s) in the collection are disputed now.</source>
        <translation>
            <numerusform>%Ln figure in the collection is disputed now.</numerusform>
            <numerusform>%Ln figures in the collection are disputed now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::DuplicateModel</name>
    <message numerus="yes">
        <source>The same picture · %Ln group(s)</source>
        <translation>
            <numerusform>The same picture · %Ln group</numerusform>
            <numerusform>The same picture · %Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nearly the same · %Ln group(s)</source>
        <translation>
            <numerusform>Nearly the same · %Ln group</numerusform>
            <numerusform>Nearly the same · %Ln groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::DuplicatesDialog</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>biomedica::ui::VectorImportDialog</name>
    <message numerus="yes">
        <source>%Ln key(s) name no figure of this collection and were left out: %1</source>
        <translation>
            <numerusform>%Ln key names no figure of this collection and was left out: %1</numerusform>
            <numerusform>%Ln keys name no figure of this collection and were left out: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s) could not be taken in; the first, of %1: %2</source>
        <translation>
            <numerusform>%Ln member could not be taken in; the first, of %1: %2</numerusform>
            <numerusform>%Ln members could not be taken in; the first, of %1: %2</numerusform>
        </translation>
    </message>
</context>
</TS>
