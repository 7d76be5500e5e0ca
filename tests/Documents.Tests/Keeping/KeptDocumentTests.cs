using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace NtmServerless.Documents.Tests.Keeping;

/// <summary>A document made again from what is kept of it.</summary>
public sealed class KeptDocumentTests
{
    private static readonly KeptDocuments Documents = new(new VietnameseTexts());
    private static readonly DocumentNumber Number = new(5, "TB-VPĐP");
    private static readonly DocumentDate Date = new(5, 5, 2024);

    public static TheoryData<DocumentKind> Kinds() => [.. Enum.GetValues<DocumentKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Source_WrittenAndRead_GivesTheSameBytes(DocumentKind kind)
    {
        byte[] made = Documents.Make(Source(kind), Number, Date);
        byte[] kept = Source(kind).Write();
        Assert.Equal(made, Documents.Make(DocumentSource.Read(kept), Number, Date));
        Assert.Equal(kept, DocumentSource.Read(kept).Write());
    }

    [Fact]
    public void Number_StandsInEveryKindThatHasOne()
    {
        DocumentKind[] numbered = [.. Enum.GetValues<DocumentKind>().Where(k => k.IsNumbered())];
        Assert.Equal(4, numbered.Length);
        foreach (DocumentKind kind in numbered)
        {
            using OpenedDocument document = new(Documents.Make(Source(kind), new DocumentNumber(37, "XY-THỬ"), Date));
            Assert.Contains("37/XY-THỬ", document.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Source_KeepsTheWordsOfItsDay()
    {
        DocumentSource before = Source(DocumentKind.Announcement);
        string file = before.Templates.Keys.Single();
        DocumentSource after = before with { Templates = new Dictionary<string, string> { [file] = before.Templates[file].Replace("thông báo về việc", "xin báo về việc", StringComparison.Ordinal) } };
        using OpenedDocument changed = new(Documents.Make(after, Number, Date));
        Assert.Contains("xin báo về việc", changed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("xin báo về việc", string.Concat(TemplateSet.Read().TextsOf(DocumentKind.Announcement).Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentKind.Announcement, "Thông báo: Về việc tổ chức")]
    [InlineData(DocumentKind.ClassReport, "Báo cáo: Kết quả tổ chức")]
    [InlineData(DocumentKind.Invitation, "Giấy mời: Tham dự")]
    public void Title_IsTypeAndAbstract(DocumentKind kind, string beginning) =>
        Assert.StartsWith(beginning, KeptDocuments.TitleOf(Documents.Make(Source(kind), Number, Date)), StringComparison.Ordinal);

    [Fact]
    public void Annex_IsAValidWorkbook_AndNoTextIsAFormula()
    {
        byte[] bytes = Documents.Make(Source(DocumentKind.ReportAnnex), Number, Date);
        if (Environment.GetEnvironmentVariable("NTM_DOCUMENTS_FOLDER") is { } folder) File.WriteAllBytes(Path.Combine(folder, "annex.xlsx"), bytes);
        using SpreadsheetDocument book = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Equal(["Lớp", "Truyền thông"], book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(s => s.Name!.Value));
        Cell[] cells = [.. book.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>())];
        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
        Assert.Equal(CellValues.InlineString, cells.Single(c => c.InnerText.StartsWith("=HYPERLINK", StringComparison.Ordinal)).DataType!.Value);
        Assert.Contains("1250", cells.Select(c => c.CellValue?.Text));
    }

    [Fact]
    public void Source_WithoutWhatItsKindNeeds_SaysSo() =>
        Assert.Throws<ArgumentException>(() => Documents.Make(new DocumentSource { Kind = DocumentKind.Announcement }, Number, Date));

    private static DocumentSource Source(DocumentKind kind)
    {
        DocumentSource source = new()
        {
            Kind = kind,
            Plan = PlanExport.Write(SampleClass.Plan),
            Templates = TemplateSet.Read().TextsOf(kind),
            Head = SampleClass.Head,
            IssuingBody = "Phòng Văn hóa và Thông tin",
        };
        return kind switch
        {
            DocumentKind.PeriodicReport => source with
            {
                Head = SampleReport.Head,
                Report = SampleReport.File.Report,
                Before = SampleReport.File.Before,
                Remarks = SampleReport.File.Remarks,
                UnitsMissing = SampleReport.File.UnitsMissing,
            },
            DocumentKind.ReportAnnex => source with { Title = "Phụ lục số liệu", Tables = Tables },
            DocumentKind.CommunicationLog => source with { From = new(2024, 4, 1), To = new(2024, 6, 30), Activities = SampleRegisters.Activities },
            DocumentKind.Register => source with { Year = 2024, Registered = SampleRegisters.Documents },
            _ => source with
            {
                Class = SampleClass.Class,
                Registrations = SampleClass.File.Registrations,
                Sheets = SampleClass.File.Sheets,
                Evidence = SampleClass.File.Evidence,
                ClassReport = SampleClass.File.Report,
                Invitee = new Invitee("UBND xã Hợp Thành", 5),
            },
        };
    }

    private static readonly AnnexTable[] Tables =
    [
        new("Lớp", ["Mã lớp", "Ngày cuối", "Dự lớp"], [["lop-1", new DateOnly(2024, 5, 21), 47], ["=HYPERLINK(\"x\")", AnnexCell.Of((DateOnly?)null), AnnexCell.Of((long?)null)]]),
        new("Truyền thông", ["Đơn vị", "Số lượng"], [["Xã Gia Cát", 1250]]),
    ];
}
