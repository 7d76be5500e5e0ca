using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace NtmServerless.Documents.Tests;

/// <summary>What holds for each document, whichever it is.</summary>
public sealed class EveryDocumentTests
{
    // Where a folder is named, the documents are also written there: to be opened and looked at.
    private static readonly string? Folder = Environment.GetEnvironmentVariable("NTM_DOCUMENTS_FOLDER");

    public static TheoryData<string> Names() => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_IsValidForWord(string name)
    {
        byte[] bytes = Samples.All[name]();
        if (Folder is not null) File.WriteAllBytes(Path.Combine(Folder, name + ".docx"), bytes);
        using WordprocessingDocument word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        OpenXmlValidator validator = new(FileFormatVersions.Office2019);
        Assert.Equal([], validator.Validate(word, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Package_NamesNoDateAndNoSystem(string name)
    {
        byte[] bytes = Samples.All[name]();
        using ZipArchive zip = new(new MemoryStream(bytes));
        Assert.All(zip.Entries, e => Assert.Equal((new DateTime(1980, 1, 1), 0), (e.LastWriteTime.DateTime, e.ExternalAttributes)));
        string[] names = [.. zip.Entries.Select(e => e.FullName)];
        Assert.Equal("[Content_Types].xml", names[0]);
        Assert.Equal(names[1..].Order(StringComparer.Ordinal), names[1..]);
        int[] directory = [.. Enumerable.Range(0, bytes.Length - 4).Where(i => bytes.AsSpan(i).StartsWith("PK\u0001\u0002"u8))];
        Assert.Equal(names.Length, directory.Length);
        Assert.All(directory, d => Assert.Equal(0, bytes[d + 5]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_MadeAgain_IsTheSameBytes(string name) => Assert.Equal(Samples.All[name](), Samples.All[name]());
}
