#include "ui/common/keypresets.h"

#include "ui/common/actions.h"

#include <QtGlobal>

namespace biomedica::ui {

namespace {

using enum ActionId;

// https://prodi.gy/docs/api-web-app, "Key bindings": a accepts, x rejects, space ignores, backspace and del undo,
// f flags, h helps, ctrl+s saves, 1 to 9, 0 and shift with them choose. The last three are ours anyway. There is no
// "no" to a question with many answers: rejecting takes one's answer away.
constexpr PresetKeys prodigy[] = {
    {ClearAnswer, "X"}, {Skip, "Space"},           {Undo, "Ctrl+Z Backspace Del"},  {KeyOverlay, "? F1 H"},
    {Preview, "P"},     {RepeatFigure, "Shift+P"}, {ToggleSelection, "Ctrl+Space"},
};

// https://docs.cvat.ai, "Shortcuts" (site/content/en/docs/manual/advanced/shortcuts.md of cvat-ai/cvat): F and D go to
// the next and previous frame, V and C by a step, ` to a frame by its number, N repeats the last shape, Del deletes,
// Ctrl+R and Ctrl+Shift+R rotate, F1 lists the keys, F2 opens the settings. A step is to where there is work.
constexpr PresetKeys cvat[] = {
    {NextFigure, "F J"},
    {PreviousFigure, "D K"},
    {NextUnlabelled, "V"},
    {PreviousUnlabelled, "C"},
    {GoToPosition, "Ctrl+G `"},
    {RepeatLabel, "N ."},
    {ClearAnswer, "Del"},
    {RotateRight, "Ctrl+R ]"},
    {RotateLeft, "Ctrl+Shift+R ["},
    {Shortcuts, "F2"},
    {Flag, "Q"},
    {Note, "Shift+Q"},
    {Compare, "Shift+C"},
};

// labelme/config/default_config.yaml of wkentaro/labelme, "shortcuts": open_next, open_prev, open_dir, edit_label,
// delete_polygon, fit_window and zoom_to_original.
constexpr PresetKeys labelme[] = {
    {NextFigure, "D J Ctrl+Shift+D"},
    {PreviousFigure, "A K Ctrl+Shift+A"},
    {OpenFolder, "Ctrl+U Ctrl+Shift+O"},
    {FindClass, "T Ctrl+E"},
    {ClearAnswer, "Del"},
    {FitImage, "Ctrl+F"},
    {FullSizeImage, "Ctrl+0 Ctrl+1"},
    {FocusSearch, "/ F3"},
    {Accept, "Y"},
    {Export, "Ctrl+Shift+E"},
    {SelectNone, "Ctrl+Shift+N"},
};

// core/app/main/digikamapp_setup.cpp, core/utilities/lighttable/lighttablewindow_setup.cpp and the tag manager's
// shortcuts in KDE/digikam: Space and Backspace go on and back, F3 previews, F4 opens, L compares, T assigns a tag,
// Alt+0 to Alt+3 set the pick label none, rejected, pending, accepted. Page Down and Page Up do as there without our
// help: they page among thumbnails and go on and back where one image is large. Stars have no like.
constexpr PresetKeys digikam[] = {
    {NextFigure, "Space J"},
    {PreviousFigure, "Backspace K"},
    {Preview, "F3"},
    {OpenFigure, "F4"},
    {Compare, "L C"},
    {ClearAnswer, "Alt+0 D"},
    {Flag, "Alt+1 F"},
    {Unsure, "Alt+2 U"},
    {Accept, "Alt+3 A"},
    {InvertSelection, "Ctrl+I"},
    {FullSizeImage, "Ctrl+."},
    {FitImage, "Ctrl+Alt+E"},
    {ViewGallery, "Ctrl+Alt+1"},
    {ViewTable, "Ctrl+Alt+2"},
    {ViewReview, "Ctrl+Alt+3"},
    {ViewStatistics, "Ctrl+Alt+4"},
};

constexpr KeyPreset presets[] = {
    {"default", QT_TRANSLATE_NOOP("KeyPresets", "Default"), {}},
    {"prodigy", "Prodigy", prodigy},
    {"cvat", "CVAT", cvat},
    {"labelme", "labelme", labelme},
    {"digikam", "digiKam", digikam},
};

} // namespace

std::span<const KeyPreset> keyPresets()
{
    return presets;
}

} // namespace biomedica::ui
