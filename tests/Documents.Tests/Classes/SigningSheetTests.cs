using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace NtmServerless.Documents.Tests.Classes;

public sealed class SigningSheetTests
{
    private static readonly string[] Columns =
        ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Dân tộc", "Chức vụ, thành phần", "Đơn vị (thôn, xã)", "Số điện thoại", "Ký tên", "Ghi chú"];

    [Fact]
    public void Sheet_IsThereForEachSession_WithItsOwnPageNumbers()
    {
        using OpenedDocument document = new(Samples.All["signing-sheet"]());
        Assert.Equal(3, document.Sections.Count);
        Assert.All(document.Sections, s => Assert.Equal(1, s.GetFirstChild<PageNumberType>()!.Start!.Value));
        Assert.Equal(3, document.Texts.Count(t => t == "DANH SÁCH KÝ TÊN"));
        Assert.Contains(document.Texts, t => t.Contains("Buổi 2: thứ Hai, ngày 20/5/2024, từ 13 giờ 30 đến 17 giờ; địa điểm: Nhà văn hóa xã Gia Cát", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryPage_CarriesTheCodeOfClassAndSession()
    {
        using OpenedDocument document = new(Samples.All["signing-sheet"]());
        foreach ((int index, SectionProperties section) in document.Sections.Index())
        {
            byte[] code = SheetCode.Png(SampleClass.Class.Id, index + 1);
            foreach (HeaderFooterValues type in (HeaderFooterValues[])[HeaderFooterValues.First, HeaderFooterValues.Default])
            {
                using Stream picture = Assert.Single(document.Header(section, type).GetPartsOfType<ImagePart>()).GetStream();
                using MemoryStream bytes = new();
                picture.CopyTo(bytes);
                Assert.Equal(code, bytes.ToArray());
            }
        }
    }

    [Fact]
    public void Rows_AreThoseWithASeat_ByGivenName_AndEmptyOnesForWalkIns()
    {
        using OpenedDocument document = new(Samples.All["signing-sheet"]());
        Assert.Equal(3, document.LinedTables.Count);
        TableRow[] rows = [.. document.LinedTables[0].Elements<TableRow>()];
        Assert.Equal(Columns, OpenedDocument.Cells(rows[0]));
        Assert.Equal(48 + 5, rows.Length - 1);
        string[] given = [.. rows[1..49].Select(r => OpenedDocument.Cells(r)[1].Split(' ')[^1]).Distinct()];
        Assert.Equal(["An", "Ảnh", "Ánh", "Ân", "Bảo", "Dũng", "Đào", "Đức", "Hải", "Hằng", "Liên", "Sơn", "Thủy", "Tuấn", "Vinh", "Yến"], given);
        Assert.All(rows[49..], r => Assert.All(OpenedDocument.Cells(r).Skip(1), Assert.Empty));
    }

    [Fact]
    public void Phone_IsMasked()
    {
        using OpenedDocument document = new(Samples.All["signing-sheet"]());
        Assert.DoesNotContain(document.Texts, t => t.Contains("09123", StringComparison.Ordinal));
        Assert.Contains("…602", document.Texts);
    }

    [Fact]
    public void InterruptedClass_GetsSheetsForWhatIsLeft()
    {
        using OpenedDocument document = new(Samples.Documents.SigningSheet(SampleClass.File with { Class = SampleClass.Class with { HeldSessions = 2 } }));
        Assert.Single(document.Sections);
        Assert.Contains(document.Texts, t => t.Contains("Buổi 3: thứ Ba, ngày 21/5/2024", StringComparison.Ordinal));
    }

    [Fact]
    public void ClassWithoutSessions_HasNoSheet() =>
        Assert.Throws<ArgumentException>(() => Samples.Documents.SigningSheet(SampleClass.File with { Class = SampleClass.Class with { Sessions = [] } }));

    [Theory]
    [InlineData("NTM:lop-1:3", "lop-1", 3)]
    [InlineData("NTM:lop-1:", null, 0)]
    [InlineData("NTM::3", null, 0)]
    [InlineData("https://example.vn", null, 0)]
    [InlineData("NTM:lop-1:3:4", null, 0)]
    public void Code_IsReadBack(string text, string? classId, int session) =>
        Assert.Equal(classId is null ? null : (new ClassId(classId), session), SheetCode.Read(text));

    [Fact]
    public void SameGivenName_GoesByTheRest_ThenByRegistration()
    {
        string[] names = ["Vi Văn An", "Bế Thị An", "Bế Thị An", "Đàm An", "An", "Lê Thị Ăn"];
        Registration[] registrations = [.. names.Select((n, i) => SampleClass.Registrations[0] with
        {
            Sequence = 10 - i, Applicant = SampleClass.Registrations[0].Applicant with { Personal = SampleClass.Registrations[0].Applicant.Personal! with { FullName = n } },
        })];
        Assert.Equal(
            [("An", 6), ("Bế Thị An", 8), ("Bế Thị An", 9), ("Đàm An", 7), ("Vi Văn An", 10), ("Lê Thị Ăn", 5)],
            People.ByName(registrations).Select(r => (r.Applicant.FullName, r.Sequence)));
    }
}
