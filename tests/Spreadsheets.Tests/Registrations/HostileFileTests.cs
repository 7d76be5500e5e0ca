using System.IO.Compression;
using Xunit;

namespace NtmServerless.Spreadsheets.Tests.Registrations;

/// <summary>Files that are not lists, or that are made to hurt: each is refused with a text, and quickly.</summary>
public sealed class HostileFileTests
{
    private static readonly object[] Header = ["Họ và tên", "Năm sinh"];

    public static TheoryData<string, string> Files => new()
    {
        { "text", "roster-empty" }, { "page", "xlsx-unreadable" }, { "windows-1258", "csv-encoding" }, { "hidden", "roster-hidden" },
        { "empty", "xlsx-unreadable" }, { "zip", "xlsx-unreadable" }, { "broken xml", "xlsx-unreadable" },
        { "entities", "xlsx-unreadable" }, { "bomb", "xlsx-too-large" }, { "large", "xlsx-too-large" }, { "merges", "xlsx-too-large" },
        { "deep cell", "xlsx-unreadable" }, { "deep text", "xlsx-unreadable" }, { "deep styles", "xlsx-unreadable" }, { "deep book", "xlsx-unreadable" },
        { "shared by all", "xlsx-too-large" }, { "texts", "xlsx-too-large" }, { "one long format", "roster-no-header" },
        { "no header", "roster-no-header" }, { "nobody", "roster-empty" }, { "601 people", "too-many" }, { "rows", "too-many" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_EachHostileFile_IsRefusedWithAText(string kind, string code)
    {
        using MemoryStream file = Make(kind);
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => RosterFile.Read(file, Sample.Plan, cancellation: Sample.Cancellation)).Errors);
        Assert.Equal(("file", code), (error.Field, error.Code));
        Assert.DoesNotContain("{", new VietnameseTexts().Field(error.Code, error.Facts), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenCellsAndMergesLieFarAway_TakesWhatIsThere()
    {
        Workbook list = new Workbook().Row(Header).Row("Lý Thị Hoa", 1980, new Workbook.Raw("<c r=\"XFD2\"><v>1</v></c><c r=\"??\"><v>2</v></c>"))
            .RowAt(1_048_576, "Hoàng Văn Minh", 1975).Merge("A1:XFD1048576").Merge("nonsense").Merge("B2:A1");
        Assert.Equal([2, 1_048_576], RosterFile.Read(list.Open(), Sample.Plan, cancellation: Sample.Cancellation).Rows.Select(r => r.Line));
    }

    [Fact]
    public void Read_WhenThereAreMacros_ReadsTheData()
    {
        Workbook list = new Workbook().Row(Header).Row("Lý Thị Hoa", 1980).Part("xl/vbaProject.bin", "Sub AutoOpen()");
        Assert.Single(RosterFile.Read(list.Open(), Sample.Plan, cancellation: Sample.Cancellation).Rows);
    }

    /// <remarks>What somebody has stopped waiting for is not read to its end.</remarks>
    [Fact]
    public void Read_WhenNobodyWaitsAnyMore_Stops()
    {
        using MemoryStream file = Many(new Workbook().Row(Header), 500);
        Assert.Throws<OperationCanceledException>(() => RosterFile.Read(file, Sample.Plan, null, new CancellationToken(canceled: true)));
    }

    private static MemoryStream Make(string kind) => kind switch
    {
        "text" => new MemoryStream("Họ và tên;Năm sinh"u8.ToArray()),
        "page" => new MemoryStream("<html><body>Họ và tên;Năm sinh</body></html>"u8.ToArray()),
        "windows-1258" => new MemoryStream([.. "H"u8, 0xF2, .. " ten;Nam sinh\nHoa;1980"u8]),
        "hidden" => new Workbook().Row(Header).Row("Lý Thị Hoa", 1980).Hidden().Open(),
        "empty" => new MemoryStream(),
        "zip" => Zip("a.txt", 10),
        "bomb" => Zip("xl/workbook.xml", 200_000_000),
        "large" => new MemoryStream(new byte[11_000_000]),
        "broken xml" => new Workbook().Part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\">").Open(),
        "entities" => new Workbook().Part("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>").Open(),
        "merges" => Many(Enumerable.Range(0, 4_000).Aggregate(new Workbook().Row(Header), (w, i) => w.Merge($"A1:CV5000")), 3_000),
        // 100,000 of them took minutes where a tree was made of them; it is 2 KB.
        "deep cell" => new Workbook().Row(new Workbook.Raw($"<c r=\"A1\"><v>{Deep(100_000)}</v></c>")).Open(),
        "deep text" => new Workbook().Part("xl/sharedStrings.xml", $"<sst><si>{Deep(100_000, "t")}</si></sst>").Open(),
        "deep styles" => new Workbook().Part("xl/styles.xml", $"<styleSheet>{Deep(100_000)}</styleSheet>").Open(),
        "deep book" => new Workbook().Part("xl/workbook.xml", $"<workbook>{Deep(100_000)}</workbook>").Open(),
        "shared by all" => Sharing(new string('a', 32_000) + "\n"),
        "texts" => new Workbook().Part("xl/sharedStrings.xml", $"<sst>{string.Concat(Enumerable.Repeat("<si/>", 600_000))}</sst>").Open(),
        "one long format" => new Workbook().Part("xl/styles.xml",
            $"<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"{new string('a', 5_000_000)}\"/></numFmts><cellXfs>{string.Concat(Enumerable.Repeat("<xf numFmtId=\"164\"/>", 500_000))}</cellXfs></styleSheet>").Open(),
        "no header" => new Workbook().Row("Tên hàng", "Đơn giá").Row("Phân bón", 12_000).Open(),
        "nobody" => new Workbook().Row(Header).Open(),
        "601 people" => Many(new Workbook().Row(Header), 601),
        "rows" => Many(new Workbook(), 5_001),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Deep(int levels, string name = "a") =>
        string.Concat(Enumerable.Repeat($"<{name}>", levels)) + string.Concat(Enumerable.Repeat($"</{name}>", levels));

    private static MemoryStream Sharing(string text)
    {
        Workbook book = new Workbook().Part("xl/sharedStrings.xml", $"<sst><si><t>{text}</t></si></sst>");
        for (int row = 0; row < 4_900; row++) book.Row([.. Enumerable.Repeat<object>(new Workbook.Raw("<c t=\"s\"><v>0</v></c>"), 90)]);
        return book.Open();
    }

    private static MemoryStream Many(Workbook book, int people)
    {
        for (int i = 0; i < people; i++) book.Row($"Người {i}", 1980);
        return book.Open();
    }

    private static MemoryStream Zip(string path, int length)
    {
        MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        using (Stream entry = zip.CreateEntry(path, CompressionLevel.SmallestSize).Open())
            for (int written = 0; written < length; written += 1_000_000)
                entry.Write(new byte[Math.Min(length, 1_000_000)]);
        file.Position = 0;
        return file;
    }
}
