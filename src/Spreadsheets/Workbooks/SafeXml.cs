using System.Xml;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>XML of strangers: no document type, nothing fetched.</summary>
internal static class SafeXml
{
    public static XmlReader Reader(Stream xml) =>
        XmlReader.Create(xml, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
}
