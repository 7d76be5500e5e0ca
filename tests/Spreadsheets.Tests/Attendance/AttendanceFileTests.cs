using Xunit;

namespace NtmServerless.Spreadsheets.Tests.Attendance;

/// <summary>The attendance sheet of a class: out, and back in as people return it.</summary>
public sealed class AttendanceFileTests
{
    private static readonly Registration[] People =
    [
        Sample.Person(2, "00123456", "Lý Thị Hoa"), Sample.Person(1, "ABCD1234", "=HYPERLINK(\"http://x\")"), Sample.Person(3, "WA1T0000", "Chờ Văn Đợi", RegistrationStatus.Waitlisted),
        Sample.Person(4, "WA1K0000", "Đến Thị Thêm", RegistrationStatus.WalkIn), Sample.Person(5, "CANCE000", "Hủy Văn Bỏ", RegistrationStatus.Cancelled),
    ];

    private static readonly AttendanceSheet[] Taken =
    [
        new(1, new Dictionary<string, Mark> { ["ABCD1234"] = Mark.Present, ["00123456"] = Mark.Absent }),
        new(3, new Dictionary<string, Mark> { ["00123456"] = Mark.Excused }),
    ];

    private static byte[] Written => AttendanceFile.Write(Sample.Class, Sample.Plan, People, Taken, new VietnameseTexts());

    [Fact]
    public void Write_ThenRead_GivesTheSameMarks()
    {
        using MemoryStream file = new(Written);
        AttendanceFile read = AttendanceFile.Read(file, Sample.Cancellation);
        Assert.Equal(Sample.Class.Id, read.ClassId);
        Assert.Empty(read.Errors);
        Assert.Equal(
            [("00123456", 1, Mark.Absent), ("00123456", 3, Mark.Excused), ("ABCD1234", 1, Mark.Present)],
            read.Rows.Select(r => (r.Code, r.Session, r.Mark)).Order());
    }

    [Fact]
    public void Write_HasOnlyWhoComes_InOrder_AndNamesTheSessions()
    {
        using MemoryStream file = new(Written);
        object?[][] cells = [.. MiniExcelLibs.MiniExcel.Query(file).Cast<IDictionary<string, object?>>().Select(r => r.Values.ToArray())];
        Assert.Equal(["ABCD1234", "00123456", "WA1K0000"], cells[4..].Select(r => r[0]));
        Assert.Equal(["Buổi 1 sáng 08/04", "Buổi 2 chiều 08/04", "Buổi 3 tối 09/04"], cells[3][4..].Cast<string>());
    }

    [Fact]
    public void Write_WhenANameLooksLikeAFormula_StaysAText()
    {
        string xml = RawXml.Sheet(Written);
        Assert.DoesNotContain("<x:f>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
        Assert.Contains("=HYPERLINK(&quot;http://x&quot;)", xml.Replace("\"http://x\"", "&quot;http://x&quot;", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X", Mark.Present)]
    [InlineData("có", Mark.Present)]
    [InlineData("✓", Mark.Present)]
    [InlineData("Vắng", Mark.Absent)]
    [InlineData("V", Mark.Absent)]
    [InlineData("Phép", Mark.Excused)]
    [InlineData("vắng có phép", Mark.Excused)]
    public void Read_EachWayToMark_IsUnderstood(string written, Mark mark) =>
        Assert.Equal(mark, Assert.Single(Read(Sheet(["ABCD1234", "Lý Thị Hoa", written])).Rows).Mark);

    [Fact]
    public void Read_WhenColumnsMoved_FindsThem()
    {
        Workbook book = new Workbook().Row("Mã lớp", "lop-1").Row("Buổi 2 chiều", "Ghi chú", "Họ và tên", "Mã đăng ký", "Buổi 1 sáng 08/04")
            .Row("v", "ốm", "Lý Thị Hoa", "abcd-1234", "x").Row(null, null, "Hoàng Văn Minh", 123456, "x").Row(2, null, "", "", 1);
        AttendanceFile read = Read(book);
        Assert.Equal([("ABCD1234", 2, Mark.Absent), ("ABCD1234", 1, Mark.Present), ("00123456", 1, Mark.Present)], read.Rows.Select(r => (r.Code, r.Session, r.Mark)));
        Assert.Empty(read.Errors);
    }

    [Fact]
    public void Read_WhenLinesAreWrong_SaysWhich()
    {
        AttendanceFile read = Read(Sheet(["", "Lý Thị Hoa", "x"], ["ABCD1234", "Hoàng Văn Minh", "đến muộn"], ["00123456", "A", "x"], ["00123456", "A", "v"]));
        Assert.Equal([(3, "code", "attendance-code-lost"), (4, "session-1", "attendance-mark"), (6, "session-1", "attendance-twice")],
            read.Errors.Select(e => (e.Line, e.Error.Field, e.Error.Code)));
        Assert.Equal("00123456", Assert.Single(read.Rows).Code);
        VietnameseTexts texts = new();
        Assert.All(read.Errors, e => Assert.NotEmpty(texts.Field(e.Error.Code, e.Error.Facts)));
    }

    [Fact]
    public void Read_WhenItIsNoAttendanceSheet_IsRefused()
    {
        Assert.Equal("attendance-no-class", Sample.Code(Assert.Throws<InvalidInputException>(() => Read(new Workbook().Row("Mã", "Buổi 1")))));
        Assert.Equal("attendance-no-header", Sample.Code(Assert.Throws<InvalidInputException>(() => Read(new Workbook().Row("Mã lớp", "lop-1")))));
        Assert.Equal("attendance-no-header", Sample.Code(Assert.Throws<InvalidInputException>(() => Read(new Workbook()))));
    }

    private static AttendanceFile Read(Workbook book)
    {
        using MemoryStream file = book.Open();
        return AttendanceFile.Read(file, Sample.Cancellation);
    }

    private static Workbook Sheet(params string[][] rows) => rows.Aggregate(
        new Workbook().Row("Mã lớp", "lop-1").Row("Mã đăng ký", "Họ và tên", "Buổi 1"), (book, row) => book.Row([.. row.Cast<object?>()]));
}
