using System.Text;
using System.Xml;

namespace NtmServerless.Spreadsheets.Workbooks;

/// <summary>
/// XML of strangers, read once from front to back: no document type, nothing fetched, nothing deeper than a spreadsheet ever is,
/// and no longer than somebody waits for it.
/// </summary>
internal sealed class PartReader : IDisposable
{
    private const int Deepest = 32;

    private readonly XmlReader _xml;
    private readonly CancellationToken _cancellation;

    public PartReader(Stream part, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
    }

    /// <summary>Name of the element that was just opened, whatever its namespace; null at everything else.</summary>
    public string? Opened => _xml.NodeType == XmlNodeType.Element ? _xml.LocalName : null;

    /// <summary>The text that was just come to; null at everything else.</summary>
    public string? Written =>
        _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace ? _xml.Value : null;

    public string? this[string attribute] => _xml.GetAttribute(attribute);

    public string? this[string attribute, string space] => _xml.GetAttribute(attribute, space);

    /// <exception cref="XmlException">It is no XML, or too deep.</exception>
    public bool Read()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (!_xml.Read()) return false;
        return _xml.Depth <= Deepest ? true : throw new XmlException("Too deep.");
    }

    /// <summary>Goes through what is in the element that was just opened, up to its end.</summary>
    public IEnumerable<PartReader> Inside()
    {
        int depth = _xml.Depth;
        if (_xml.IsEmptyElement) yield break;
        while (Read() && _xml.Depth > depth) yield return this;
    }

    /// <summary>The text in the element that was just opened.</summary>
    public string Text()
    {
        StringBuilder text = new();
        foreach (PartReader inner in Inside()) text.Append(inner.Written);
        return text.ToString();
    }

    public void Dispose() => _xml.Dispose();
}
