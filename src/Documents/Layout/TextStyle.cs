namespace NtmServerless.Documents.Layout;

/// <summary>How a kind of paragraph looks: one style of the document.</summary>
/// <param name="Size">Points.</param>
/// <param name="FirstLine">Millimetres.</param>
/// <param name="Before">Points.</param>
/// <param name="After">Points.</param>
/// <param name="Line">Multiple of a single line.</param>
/// <param name="Outline">Level in the outline, 1 to 3; 0: none.</param>
internal sealed record TextStyle(
    string Id, double Size, Align Align = Align.Left, bool Bold = false, bool Italic = false, double FirstLine = 0,
    double Before = 0, double After = 0, double Line = 1, bool KeepNext = false, int Outline = 0);
