using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NtmServerless.Documents.Tests.Support;
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
    public void Document_MadeAgain_IsTheSameBytes(string name) => Assert.Equal(Samples.All[name](), Samples.All[name]());
}
