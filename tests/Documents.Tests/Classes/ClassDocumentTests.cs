using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace NtmServerless.Documents.Tests.Classes;

public sealed class ClassDocumentTests
{
    [Fact]
    public void Announcement_SaysWhatWasDecided()
    {
        using OpenedDocument document = new(Samples.All["announcement"]());
        Assert.Contains("Thời gian: 03 buổi, từ ngày 20/5/2024 đến ngày 21/5/2024, cụ thể:", document.Texts);
        Assert.Contains("Địa điểm: Nhà văn hóa xã Gia Cát.", document.Texts);
        Assert.Contains("Số lượng: 50 người (năm mươi người).", document.Texts);
        Assert.Contains("Lớp dành 10 chỗ cho người ở các thôn, xã thuộc diện ưu tiên theo kế hoạch.", document.Texts);
        Assert.Contains(document.Texts, t => t.StartsWith("Nhận đăng ký từ 8 giờ ngày 02/5/2024 đến 17 giờ ngày 15/5/2024.", StringComparison.Ordinal));
        Assert.Equal(["1", "Thứ Hai, ngày 20/5/2024", "từ 7 giờ 30 đến 11 giờ"], OpenedDocument.Cells(document.LinedTables[0].Elements<TableRow>().ElementAt(1)));
        Assert.Equal(2, document.Texts.Count(t => t.StartsWith("- Tổng quan", StringComparison.Ordinal) || t.StartsWith("- Quy hoạch", StringComparison.Ordinal)));
        Assert.DoesNotContain(document.Texts, t => t.StartsWith("- Hướng dẫn Bộ tiêu chí", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Tập huấn cho hội viên", "lớp tập huấn cho hội viên")]
    [InlineData("Lớp tập huấn chuyển đổi số", "lớp tập huấn chuyển đổi số")]
    [InlineData("OCOP cho hợp tác xã", "lớp “OCOP cho hợp tác xã”")]
    public void Class_IsNamedWithinASentence(string title, string name) => Assert.Equal(name, ClassValues.NameOf(SampleClass.Class with { Title = title }));

    [Fact]
    public void Invitation_NamesWhomItAsks_AndHowMany()
    {
        using OpenedDocument document = new(Samples.All["invitation"]());
        Assert.Contains("Kính gửi: Ủy ban nhân dân xã Hợp Thành", document.Texts);
        Assert.Contains("Đề nghị quý đơn vị cử 05 người đúng thành phần nêu trên tham dự.", document.Texts);
        using OpenedDocument alone = new(Samples.Documents.Invitation(Samples.With("GM-VPĐP"), SampleClass.File, new Invitee("Ông Nguyễn Văn A")));
        Assert.DoesNotContain(alone.Texts, t => t.StartsWith("Đề nghị quý đơn vị", StringComparison.Ordinal));
    }

    [Fact]
    public void Participants_AreThoseWithASeat()
    {
        using OpenedDocument document = new(Samples.All["participants"]());
        TableRow[] rows = [.. Assert.Single(document.LinedTables).Elements<TableRow>()];
        Assert.Equal(48, rows.Length - 1);
        int women = rows[1..].Count(r => OpenedDocument.Cells(r)[3] == "Nữ");
        Assert.Contains($"Danh sách có 48 người, trong đó có {women} nữ./.", document.Texts);
    }

    [Fact]
    public void ClassReport_CountsWhatTheRecordsSay()
    {
        ClassFigures figures = ClassCounting.Of(SampleClass.File.Registrations, SampleClass.File.Sheets, SampleClass.File.Report!.Spent);
        using OpenedDocument document = new(Samples.All["class-report"]());
        Assert.Contains(document.Texts, t => t.StartsWith($"Có {figures.Attended} người dự lớp, trong đó có {figures.Women} nữ; số người đã đăng ký là 48,", StringComparison.Ordinal));
        Assert.Contains("Kinh phí đã dùng: 19.750.000 đồng (bằng chữ: Mười chín triệu bảy trăm năm mươi nghìn đồng chẵn).", document.Texts);
        Assert.Contains("Một số học viên ở thôn xa đi lại khó khăn do mưa lớn.", document.Texts);
        Assert.Contains("Về chênh lệch giữa danh sách ký và điểm danh: Một người ký thay ở buổi 2 đã được nhắc nhở.", document.Texts);
        TableRow[] attended = [.. document.LinedTables[^2].Elements<TableRow>()];
        Assert.Equal(50, attended.Length - 1);
        Assert.Equal(figures.Attended, attended.Skip(1).Count(r => OpenedDocument.Cells(r).TakeLast(3).Contains("x")));
        TableRow[] evidence = [.. document.LinedTables[^1].Elements<TableRow>()];
        Assert.Equal(["1", "Danh sách ký tên", "1", "46", "15 giờ ngày 21/5/2024", new string('a', 64)], OpenedDocument.Cells(evidence[1]));
    }

    [Fact]
    public void ClassReport_WithNothingMore_LeavesOutWhatIsNotThere()
    {
        ClassFile bare = SampleClass.File with
        {
            Evidence = [],
            Report = new ClassReport { Revision = 1, Results = "Đạt yêu cầu.", ByUnitId = "van-phong-dieu-phoi", SubmittedAt = SampleClass.At(5, 23, 9, 0) },
        };
        using OpenedDocument document = new(Samples.Documents.ClassReport(Samples.With("BC-VPĐP"), bare));
        Assert.Equal(2, document.Sections.Count);
        Assert.DoesNotContain(document.Texts, t => t.StartsWith("Tài liệu:", StringComparison.Ordinal) || t.StartsWith("Giảng viên", StringComparison.Ordinal) || t.Contains("chênh lệch", StringComparison.Ordinal));
        Assert.Equal(2, document.Texts.Count(t => t == "Không có."));
        Assert.Contains("Kinh phí đã dùng: 0 đồng (bằng chữ: Không đồng).", document.Texts);
    }

    [Fact]
    public void ClassReport_ThatIsNotFiled_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Samples.Documents.ClassReport(Samples.With("BC-VPĐP"), SampleClass.File with { Report = null }));

    [Fact]
    public void TextWithMarkupOrControlCharacters_StaysText()
    {
        ClassFile file = SampleClass.File with { Class = SampleClass.Class with { Title = "Tập huấn <b>&\u0001 “OCOP” {lớp}" } };
        using OpenedDocument document = new(Samples.Documents.Announcement(SampleClass.Head, file));
        Assert.Contains("Về việc tổ chức lớp tập huấn <b>& “OCOP” {lớp}", document.Texts);
    }

    [Fact]
    public void Class_OpenToEverybody_SaysSo()
    {
        using OpenedDocument document = new(Samples.Documents.Announcement(SampleClass.Head, SampleClass.File with { Class = SampleClass.Class with { Audiences = [] } }));
        Assert.Contains(document.Texts, t => t.StartsWith("Thành phần: cán bộ, hội viên, đoàn viên và người dân", StringComparison.Ordinal));
        using OpenedDocument some = new(Samples.Documents.Announcement(SampleClass.Head, SampleClass.File with { Class = SampleClass.Class with { Audiences = [Audience.FarmOwner, Audience.Cooperative] } }));
        Assert.Contains("Thành phần: chủ trang trại; hợp tác xã.", some.Texts);
    }
}
