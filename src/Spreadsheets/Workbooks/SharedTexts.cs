using System.Xml;
using System.Xml.Linq;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>The texts that the cells of a workbook share.</summary>
internal sealed class SharedTexts(IReadOnlyList<string> texts)
{
    public string this[int index] => index >= 0 && index < texts.Count ? texts[index] : "";

    public static SharedTexts Read(Stream? part)
    {
        if (part is null) return new SharedTexts([]);
        using XmlReader reader = SafeXml.Reader(part);
        List<string> texts = [];
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" }) texts.Add(Of((XElement)XNode.ReadFrom(reader)));
            else reader.Read();
        }

        return new SharedTexts(texts);
    }

    /// <summary>The text of a rich text without its phonetic guide.</summary>
    public static string Of(XElement rich) => string.Concat(rich.Descendants()
        .Where(e => e.Name.LocalName == "t" && e.Parent!.Name.LocalName != "rPh").Select(e => e.Value));
}
