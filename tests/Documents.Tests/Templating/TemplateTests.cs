using System.Text;
using Xunit;

namespace NtmServerless.Documents.Tests.Templating;

public sealed class TemplateTests
{
    private const string File = "thong-bao-mo-lop.txt";

    [Fact]
    public void UnknownField_IsNamed_WithFileLineAndTheFieldsThereAre()
    {
        TemplateError error = Assert.Single(ErrorsOf("Địa điểm: {địa điểm}.", "Địa điểm: {địa điểm}, {phòng học}."));
        Assert.Equal((File, 10), (error.File, error.Line));
        Assert.StartsWith("thong-bao-mo-lop.txt, dòng 10: không có trường “phòng học”.", error.Message, StringComparison.Ordinal);
        Assert.Contains("{lớp}", error.Message, StringComparison.Ordinal);
        Assert.Contains("{hạn đăng ký}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{địa điểm}", "nhà văn hóa", 0, "thiếu {địa điểm}")]
    [InlineData("[bảng buổi học]", "[bảng lịch học]", 9, "không có phần “bảng lịch học”")]
    [InlineData("Loại văn bản: THÔNG BÁO", "", 0, "thiếu dòng “Loại văn bản: …”")]
    [InlineData("Địa điểm: {địa điểm}.", "Địa điểm: {địa điểm}, {lớp.", 10, "dấu ngoặc nhọn")]
    [InlineData("{đơn vị đăng cai}.", "{kinh phí đã dùng}.", 11, "không có trường “kinh phí đã dùng”")]
    public void Mistake_IsNamedInVietnamese(string text, string by, int line, string message) =>
        Assert.Contains(ErrorsOf(text, by), e => e.Line == line && e.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void SeveralMistakes_AreAllNamed() => Assert.Equal(2, ErrorsOf("Địa điểm: {địa điểm}.", "Địa điểm: {địa điểm} {một} {hai}.").Count);

    [Fact]
    public void FileOfAnotherName_IsRefused_WithTheNamesThereAre()
    {
        using TemplateFolder folder = new();
        folder.Write("thong-bao.txt", "Loại văn bản: THÔNG BÁO");
        TemplateError error = Assert.Single(ErrorsOf(folder));
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderThatIsNotThere_IsAnEmptyOne()
    {
        string nowhere = Path.Combine(TemplateFolder.Defaults, "nowhere");
        Assert.NotNull(TemplateSet.Read(TemplateFolder.Defaults, nowhere));
        IReadOnlyList<TemplateError> errors = Assert.Throws<TemplateException>(() => TemplateSet.Read(nowhere, null)).Errors;
        Assert.Equal(TemplateKind.All.Select(k => k.File), errors.Select(e => e.File));
    }

    [Fact]
    public void FileOfAnotherEncoding_IsRefused()
    {
        using TemplateFolder folder = new();
        folder.Write(File, Encoding.Latin1.GetBytes("Loại: THÔNG BÁO"));
        Assert.Contains(ErrorsOf(folder), e => e.Message.Contains("UTF-8", StringComparison.Ordinal));
    }

    [Fact]
    public void OfficesOwnTemplate_IsUsedInPlaceOfTheDefault()
    {
        using TemplateFolder folder = new();
        // As Notepad writes it: a mark at the start, CRLF, letters and marks apart.
        string own = "\uFEFFLoại văn bản: THÔNG BÁO\r\nTrích yếu: Mở lớp\r\n\r\n# I. LỚP\r\nMời bà con dự {lớp} tại {địa điểm} trước {hạn đăng ký}.\r\n[bảng buổi học]\r\nNơi nhận:\r\n- Lưu: VT\r\n";
        folder.Write(File, own.Normalize(NormalizationForm.FormD));
        OfficialDocuments documents = new(new VietnameseTexts(), TemplateSet.Read(TemplateFolder.Defaults, folder.Path));
        using OpenedDocument announcement = new(documents.Announcement(SampleClass.Head, SampleClass.File));
        Assert.Contains("I. LỚP", announcement.Texts);
        Assert.Contains(announcement.Texts, t => t.StartsWith("Mời bà con dự lớp tập huấn", StringComparison.Ordinal) && t.EndsWith("trước 17 giờ ngày 15/5/2024.", StringComparison.Ordinal));
        using OpenedDocument invitation = new(documents.Invitation(SampleClass.Head, SampleClass.File, new("Ông A")));
        Assert.Contains("GIẤY MỜI", invitation.Texts);
    }

    [Fact]
    public void ValueThatIsNotThere_LeavesRoomToWrite_AndTakesAwayALineThatMayBeMissing()
    {
        TrainingClass planned = SampleClass.Class with { Announcement = null, Sessions = [], Seats = new(50) };
        using OpenedDocument document = new(Samples.Documents.Announcement(SampleClass.Head, SampleClass.File with { Class = planned }));
        Assert.Contains("Địa điểm: ………………….", document.Texts);
        Assert.DoesNotContain(document.Texts, t => t.StartsWith("Lớp dành", StringComparison.Ordinal));
        Assert.DoesNotContain(document.Texts, t => t.Contains('{', StringComparison.Ordinal));
    }

    private static IReadOnlyList<TemplateError> ErrorsOf(string text, string by)
    {
        using TemplateFolder folder = new();
        folder.Change(File, text, by);
        return ErrorsOf(folder);
    }

    private static IReadOnlyList<TemplateError> ErrorsOf(TemplateFolder folder) =>
        Assert.Throws<TemplateException>(() => TemplateSet.Read(TemplateFolder.Defaults, folder.Path)).Errors;
}
