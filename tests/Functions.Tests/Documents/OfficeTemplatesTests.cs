using Microsoft.Extensions.Configuration;
using Xunit;

namespace NtmServerless.Functions.Tests.Documents;

/// <summary>An office's own words: a good file is used, a wrong one is named and left out.</summary>
public sealed class OfficeTemplatesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ntm-mau-").FullName;

    [Fact]
    public void WrongFile_IsNamedWithLineAndField_TheGoodOneIsUsed()
    {
        string ours = TemplateSet.Read().TextsOf(DocumentKind.Announcement).Values.Single();
        Write("thong-bao-mo-lop.txt", ours.Replace("{cơ quan ban hành} thông báo về việc", "{cơ quan ban hành} xin báo về việc", StringComparison.Ordinal));
        Write("giay-moi.txt", "Loại văn bản: GIẤY MỜI\nTrích yếu: Dự {lớp}\n{trường lạ} mời {người được mời} đến {địa điểm}\n[bảng buổi học]\n");

        OfficeTemplates templates = Templates();

        Assert.Equal(["thong-bao-mo-lop.txt"], templates.Now.Own);
        TemplateError error = Assert.Single(templates.Now.Errors);
        Assert.Equal(("giay-moi.txt", 3), (error.File, error.Line));
        Assert.Contains("trường lạ", error.Message, StringComparison.Ordinal);
        Assert.Contains("xin báo về việc", templates.Now.Set.TextsOf(DocumentKind.Announcement).Values.Single(), StringComparison.Ordinal);
        Assert.Contains("trân trọng kính mời", templates.Now.Set.TextsOf(DocumentKind.Invitation).Values.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAgain_TakesWhatWasMended()
    {
        Write("giay-moi.txt", "Loại văn bản: GIẤY MỜI\n{trường lạ}\n");
        OfficeTemplates templates = Templates();
        Assert.NotEmpty(templates.Now.Errors);
        Write("giay-moi.txt", "Loại văn bản: GIẤY MỜI\nTrích yếu: Dự {lớp}\nKính mời {người được mời} đến {địa điểm}.\n[bảng buổi học]\n");
        Assert.Empty(templates.ReadAgain().Errors);
        Assert.Equal(["giay-moi.txt"], templates.Now.Own);
    }

    [Fact]
    public void Folder_ThatIsNotThereOrNotSet_LeavesTheAppsOwn()
    {
        Directory.Delete(_folder);
        Assert.Empty(Templates().Now.Own);
        Assert.Null(new OfficeTemplates(new ConfigurationBuilder().Build()).Folder);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    private OfficeTemplates Templates() => new(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { [OfficeTemplates.Setting] = _folder }).Build());
}
