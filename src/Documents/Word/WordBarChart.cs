using System.Globalization;
using System.Security;
using System.Text;

namespace NtmServerless.Documents.Word;

/// <summary>One row of bars.</summary>
/// <param name="Color">RGB, hexadecimal.</param>
internal sealed record BarSeries(string Name, string Color, IReadOnlyList<int> Values);

/// <summary>A chart of upright bars, several series beside each other, with the figure above each bar.</summary>
/// <param name="Id">Relationship by which the document names it.</param>
internal sealed record WordBarChart(string Id, IReadOnlyList<string> Names, IReadOnlyList<BarSeries> Series)
{
    private const string Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";

    // Hundredths of a point.
    private const int TextSize = (int)(Decree30.ListSize * 100);

    /// <summary>The chart part.</summary>
    public string Xml()
    {
        StringBuilder series = new();
        foreach ((int index, BarSeries row) in Series.Index()) series.Append(SeriesXml(index, row));
        return $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <c:chartSpace xmlns:c="{Chart}" xmlns:a="{Drawing}"><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>
            <c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="80"/><c:axId val="1"/><c:axId val="2"/></c:barChart>
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>
            </c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart>
            <c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{TextSize}"><a:latin typeface="{Decree30.Font}"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr></c:chartSpace>
            """;
    }

    private string SeriesXml(int index, BarSeries row) => $"""
        <c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:v>{SecurityElement.Escape(row.Name)}</c:v></c:tx>
        <c:spPr><a:solidFill><a:srgbClr val="{row.Color}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>
        <c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>
        <c:cat><c:strLit>{Points(Names.Select(n => SecurityElement.Escape(n)!))}</c:strLit></c:cat><c:val><c:numLit><c:formatCode>0</c:formatCode>{Points(row.Values.Select(v => v.ToString(CultureInfo.InvariantCulture)))}</c:numLit></c:val></c:ser>
        """;

    private static string Points(IEnumerable<string> values)
    {
        string[] all = [.. values];
        return $"<c:ptCount val=\"{all.Length}\"/>" + string.Concat(all.Select((v, i) => $"<c:pt idx=\"{i}\"><c:v>{v}</c:v></c:pt>"));
    }
}
