using System.IO.Compression;
using NtmServerless.Domain.Rules;
using NtmServerless.Spreadsheets.Tests.Support;
using NtmServerless.Texts;
using Xunit;

namespace NtmServerless.Spreadsheets.Tests.Rosters;

/// <summary>Files that are not lists, or that are made to hurt: each is refused with a text, and quickly.</summary>
public sealed class HostileFileTests
{
    private static readonly object[] Header = ["Họ và tên", "Năm sinh"];

    public static TheoryData<string, string> Files => new()
    {
        { "text", "xlsx-unreadable" }, { "empty", "xlsx-unreadable" }, { "zip", "xlsx-unreadable" }, { "broken xml", "xlsx-unreadable" },
        { "entities", "xlsx-unreadable" }, { "bomb", "xlsx-too-large" }, { "large", "xlsx-too-large" }, { "merges", "xlsx-too-large" },
        { "no header", "roster-no-header" }, { "nobody", "roster-empty" }, { "601 people", "too-many" }, { "rows", "too-many" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_EachHostileFile_IsRefusedWithAText(string kind, string code)
    {
        using MemoryStream file = Make(kind);
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => RosterFile.Read(file, Sample.Plan)).Errors);
        Assert.Equal(("file", code), (error.Field, error.Code));
        Assert.DoesNotContain("{", new VietnameseTexts().Field(error.Code, error.Facts), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenCellsAndMergesLieFarAway_TakesWhatIsThere()
    {
        Workbook list = new Workbook().Row(Header).Row("Lý Thị Hoa", 1980, new Workbook.Raw("<c r=\"XFD2\"><v>1</v></c><c r=\"??\"><v>2</v></c>"))
            .RowAt(1_048_576, "Hoàng Văn Minh", 1975).Merge("A1:XFD1048576").Merge("nonsense").Merge("B2:A1");
        Assert.Equal([2, 1_048_576], RosterFile.Read(list.Open(), Sample.Plan).Rows.Select(r => r.Line));
    }

    [Fact]
    public void Read_WhenThereAreMacros_ReadsTheData()
    {
        Workbook list = new Workbook().Row(Header).Row("Lý Thị Hoa", 1980).Part("xl/vbaProject.bin", "Sub AutoOpen()");
        Assert.Single(RosterFile.Read(list.Open(), Sample.Plan).Rows);
    }

    private static MemoryStream Make(string kind) => kind switch
    {
        "text" => new MemoryStream("Họ và tên;Năm sinh"u8.ToArray()),
        "empty" => new MemoryStream(),
        "zip" => Zip("a.txt", 10),
        "bomb" => Zip("xl/workbook.xml", 200_000_000),
        "large" => new MemoryStream(new byte[11_000_000]),
        "broken xml" => new Workbook().Part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\">").Open(),
        "entities" => new Workbook().Part("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>").Open(),
        "merges" => Many(Enumerable.Range(0, 4_000).Aggregate(new Workbook().Row(Header), (w, i) => w.Merge($"A1:CV5000")), 3_000),
        "no header" => new Workbook().Row("Tên hàng", "Đơn giá").Row("Phân bón", 12_000).Open(),
        "nobody" => new Workbook().Row(Header).Open(),
        "601 people" => Many(new Workbook().Row(Header), 601),
        "rows" => Many(new Workbook(), 5_001),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

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
