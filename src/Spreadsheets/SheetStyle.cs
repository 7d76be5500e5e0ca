using MiniExcelLibs.OpenXml;

namespace NtmServerless.Spreadsheets;

/// <summary>How our sheets look: plain, columns as wide as what they hold.</summary>
internal static class SheetStyle
{
    public static OpenXmlConfiguration Wide => new() { TableStyles = TableStyles.None, AutoFilter = false, FastMode = true, EnableAutoWidth = true };
}
