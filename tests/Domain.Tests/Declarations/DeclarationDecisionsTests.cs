using Xunit;

namespace NtmServerless.Domain.Tests.Declarations;

public sealed class DeclarationDecisionsTests
{
    private static readonly DateTimeOffset Later = SampleDeclared.Now.AddDays(1);

    [Fact]
    public void Declare_TellsTheOffice_UnlessItDeclaresItself()
    {
        Notice told = Assert.Single(DeclarationDecisions.Declare(SampleDeclared.Class, SampleDeclared.Unit, SampleDeclared.Office, Later).Notices);
        Assert.Equal((NoticeKind.DeclarationSent, SampleDeclared.Office), (told.Kind, Assert.Single(told.ToUnits)));
        Assert.Empty(DeclarationDecisions.Declare(SampleDeclared.Class, SampleDeclared.Office, SampleDeclared.Office, Later).Notices);
    }

    [Fact]
    public void Accept_ClosesIt_AndTellsTheUnit()
    {
        DeclarationOutcome accepted = DeclarationDecisions.Accept(SampleDeclared.Class, SampleDeclared.Office, Later);
        Assert.Equal((DeclarationStage.Accepted, Later), (accepted.Class.Stage, accepted.Class.AcceptedAt));
        Assert.Equal((NoticeKind.DeclarationAccepted, SampleDeclared.Unit), (accepted.Notices[0].Kind, accepted.Notices[0].ToUnits[0]));
        Assert.Same(accepted.Class, DeclarationDecisions.Accept(accepted.Class, SampleDeclared.Office, Later).Class);
        Refused(() => DeclarationDecisions.Return(accepted.Class, "sai", SampleDeclared.Office, Later));
        Refused(() => DeclarationDecisions.Withdraw(accepted.Class, "sai", SampleDeclared.Unit, Later));
        Refused(() => DeclarationDecisions.Correct(accepted.Class, SampleDeclared.Class, SampleDeclared.Unit, SampleDeclared.Office, Later));
        Refused(() => DeclarationDecisions.Attach(accepted.Class, new DeclarationScan("a", FileType.Pdf, 1)));
    }

    [Fact]
    public void Return_ThenCorrect_PutsItBeforeTheOfficeAgain_WithWhatHappened()
    {
        DeclarationOutcome returned = DeclarationDecisions.Return(SampleDeclared.Class, "Thiếu danh sách ký", SampleDeclared.Office, Later);
        Assert.Equal((NoticeKind.DeclarationReturned, "Thiếu danh sách ký"), (returned.Notices[0].Kind, returned.Notices[0].Detail));
        Refused(() => DeclarationDecisions.Accept(returned.Class, SampleDeclared.Office, Later));
        DeclaredClass corrected = DeclarationDecisions.Correct(
            returned.Class, SampleDeclared.Class with { Attended = 36 }, SampleDeclared.Unit, SampleDeclared.Office, Later.AddHours(1)).Class;
        Assert.Equal((DeclarationStage.Declared, 36), (corrected.Stage, corrected.Attended));
        Assert.Equal(
            [DeclarationStage.Declared, DeclarationStage.Returned, DeclarationStage.Declared], corrected.History.Select(h => h.Stage));
        Assert.Equal("Thiếu danh sách ký", corrected.History[1].Reason);
    }

    [Fact]
    public void Withdraw_OfWhatIsNotDecided_EndsIt()
    {
        DeclaredClass gone = DeclarationDecisions.Withdraw(SampleDeclared.Class, "Khai trùng", SampleDeclared.Unit, Later).Class;
        Assert.Equal((DeclarationStage.Withdrawn, "Khai trùng"), (gone.Stage, gone.History[^1].Reason));
        Refused(() => DeclarationDecisions.Accept(gone, SampleDeclared.Office, Later));
        Refused(() => DeclarationDecisions.Withdraw(gone, "lần nữa", SampleDeclared.Unit, Later));
    }

    [Fact]
    public void AcceptAndReturn_OfWhatTheUnitChangedMeanwhile_AreRefused()
    {
        string seen = DeclarationDecisions.VersionOf(SampleDeclared.Class);
        DeclaredClass corrected = DeclarationDecisions.Correct(
            SampleDeclared.Class, SampleDeclared.Class with { Attended = 350 }, SampleDeclared.Unit, SampleDeclared.Office, Later).Class;
        DeclaredClass otherPaper = DeclarationDecisions.Attach(SampleDeclared.Class, new DeclarationScan("a", FileType.Pdf, 1));
        foreach (DeclaredClass changed in (DeclaredClass[])[corrected, otherPaper])
        {
            Refused(() => DeclarationDecisions.Accept(changed, SampleDeclared.Office, Later, seen), Rule.DeclarationChanged);
            Refused(() => DeclarationDecisions.Return(changed, "sai", SampleDeclared.Office, Later, seen), Rule.DeclarationChanged);
            Assert.Equal(
                DeclarationStage.Accepted,
                DeclarationDecisions.Accept(changed, SampleDeclared.Office, Later, DeclarationDecisions.VersionOf(changed)).Class.Stage);
        }
    }

    private static void Refused(Action act, string rule = Rule.DeclarationStage) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Rule);
}
