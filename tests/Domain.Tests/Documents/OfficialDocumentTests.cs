using Xunit;

namespace NtmServerless.Domain.Tests.Documents;

/// <summary>What may happen to a document after it was made, and who reads it.</summary>
public sealed class OfficialDocumentTests
{
    private static readonly Actor By = new("chị Hoa");
    private static readonly DateTimeOffset Now = new(2024, 5, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly SignedScan Scan = new("b", FileType.Pdf, 10, By, Now);

    private static readonly OfficialDocument Document = new()
    {
        PlanId = new("caoloc-2024"),
        Id = "2024-lop-1-a",
        Kind = DocumentKind.Announcement,
        AboutId = "lop-1",
        Title = "Thông báo",
        IssuingUnitId = "xa-gia-cat",
        Number = 5,
        Symbol = "TB-UBND",
        Date = new DateOnly(2024, 5, 5),
        MadeAt = Now,
        MadeBy = By,
        Sha256 = "a",
        SourceSha256 = "s",
    };

    [Fact]
    public void Withdraw_Twice_IsRefused()
    {
        OfficialDocument gone = Document.Withdraw(new("Sai ngày", By, Now));
        Assert.Equal("05/TB-UBND", gone.NumberText);
        Assert.Equal(Rule.DocumentWithdrawn, Assert.Throws<RuleBrokenException>(() => gone.Withdraw(new("Lại sai", By, Now))).Rule);
    }

    [Fact]
    public void Attach_TheSameScanAgain_ChangesNothing_ABetterOneReplacesIt()
    {
        OfficialDocument signed = Document.Attach(Scan);
        Assert.Same(signed, signed.Attach(Scan with { At = Now.AddDays(1) }));
        Assert.Equal("c", signed.Attach(Scan with { Sha256 = "c" }).Scan!.Sha256);
    }

    [Fact]
    public void Attach_ToWhatIsWithdrawnOrErased_IsRefused()
    {
        Assert.Equal(Rule.DocumentWithdrawn, Assert.Throws<RuleBrokenException>(() => Document.Withdraw(new("Sai", By, Now)).Attach(Scan)).Rule);
        Assert.Equal(Rule.DocumentErased, Assert.Throws<RuleBrokenException>(() => (Document with { ErasedAt = Now }).Attach(Scan)).Rule);
    }

    [Fact]
    public void Kinds_WithoutANumber_NameNoRegister() => Assert.Equal(
        [DocumentKind.Announcement, DocumentKind.Invitation, DocumentKind.ClassReport, DocumentKind.PeriodicReport],
        Enum.GetValues<DocumentKind>().Where(k => k.IsNumbered()));
}
