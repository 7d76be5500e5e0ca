namespace NtmServerless.Documents.Layout;

/// <summary>Where a line of text stands between the margins.</summary>
internal enum Align
{
    Left,
    Center,
    Right,
    Both,
}
