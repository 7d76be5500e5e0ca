using System.Globalization;
using System.Security;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NtmServerless.Documents.Word;

/// <summary>Pictures in a line of text.</summary>
internal static class Pictures
{
    /// <param name="relationship">Id of the picture among the parts of its page.</param>
    /// <param name="id">Number of the drawing, unique in the document.</param>
    /// <param name="description">Read aloud in place of the picture.</param>
    /// <param name="width">Millimetres, as the height.</param>
    public static Drawing Of(string relationship, uint id, string description, double width, double height)
    {
        string name = SecurityElement.Escape(description), size = Size(width, height);
        return Inline(id, name, size, $"""
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
            <pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="{id}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>
            <pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>
            """);
    }

    /// <summary>A chart part, by its id.</summary>
    public static Drawing Chart(string relationship, uint id, string description, double width, double height) =>
        Inline(id, SecurityElement.Escape(description), Size(width, height), $"""
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relationship}"/></a:graphicData>
            """);

    private static string Size(double width, double height) =>
        string.Create(CultureInfo.InvariantCulture, $"cx=\"{Units.Emus(width)}\" cy=\"{Units.Emus(height)}\"");

    private static Drawing Inline(uint id, string name, string size, string graphic) => new($"""
        <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
        <wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">
        <wp:extent {size}/><wp:docPr id="{id}" name="{name}" descr="{name}"/>
        <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{graphic}</a:graphic></wp:inline></w:drawing>
        """);
}
