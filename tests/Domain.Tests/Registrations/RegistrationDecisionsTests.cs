using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Registrations;

public sealed class RegistrationDecisionsTests
{
    [Theory]
    [InlineData(ClassStage.Planned, Rule.RegistrationNotOpen)]
    [InlineData(ClassStage.Announced, Rule.RegistrationNotOpen)]
    [InlineData(ClassStage.Postponed, Rule.RegistrationNotOpen)]
    [InlineData(ClassStage.Confirmed, Rule.RegistrationClosed)]
    [InlineData(ClassStage.Holding, Rule.RegistrationClosed)]
    [InlineData(ClassStage.Reporting, Rule.RegistrationClosed)]
    [InlineData(ClassStage.Closed, Rule.RegistrationClosed)]
    [InlineData(ClassStage.Cancelled, Rule.RegistrationClosed)]
    public void Register_OutsideRegistration_IsRefused(ClassStage stage, string rule) =>
        Assert.Equal(rule, Assert.Throws<RuleBrokenException>(() => new RegisterBook(In(stage)).Register(priority: false)).Rule);

    [Fact]
    public void Register_AtTheMomentOfTheClose_IsRefused_EvenWhileTheLifecycleIsLate()
    {
        RegisterBook book = new(Registering());
        Assert.Equal(RegistrationStatus.Confirmed, book.Register(priority: false, Closes.AddTicks(-1)).Status);
        Assert.Equal(Rule.RegistrationClosed, Assert.Throws<RuleBrokenException>(() => book.Register(priority: false, Closes)).Rule);
    }

    [Fact]
    public void Register_OfSomebodyNotInvited_IsRefused_UnlessThePlanLeavesItOpen()
    {
        TrainingClass c = Registering() with { Audiences = [Audience.FarmOwner] };
        Assert.Equal(Rule.AudienceNotInvited, Assert.Throws<RuleBrokenException>(() => new RegisterBook(c).Register(priority: false)).Rule);
        Assert.Equal(1, new RegisterBook(Registering()).Register(priority: false).Sequence);
    }

    [Fact]
    public void Register_OfSomebodyOfOneOfTheGroups_IsPriority()
    {
        TrainingClass c = Registering() with { PriorityPlaces = [new("xa-khac"), new(SamplePeople.PriorityCommune)] };
        Assert.True(new RegisterBook(c).Register(priority: true).IsPriority);
        Assert.False(new RegisterBook(c).Register(priority: false).IsPriority);
    }

    [Fact]
    public void Register_KeepsWhereItCameFrom()
    {
        Registration r = RegistrationDecisions.Register(
            Registering(), SamplePeople.Person(1, priority: true), "ABCD1234", RegistrationSource.Officer, Host, namesake: true, Opens).Registration;
        Assert.Equal(("ABCD1234", RegistrationSource.Officer, Host, true, true, Opens), (r.Code, r.Source, r.ByUnitId, r.Namesake, r.IsPriority, r.RegisteredAt));
    }

    [Fact]
    public void Cancel_Twice_IsTheSameAsOnce()
    {
        RegisterBook book = new(Registering());
        book.Register(2);
        book.Cancel(1);
        TrainingClass once = book.Class;
        book.Cancel(1, Opens.AddHours(1));
        Assert.Same(once, book.Class);
        Assert.Equal((1, 1, Opens), (once.Seats.Confirmed, once.Seats.Cancelled, book.Registrations[0].CancelledAt));
    }

    [Theory]
    [InlineData(ClassStage.Confirmed, "2024-05-20 07:29", null)]
    [InlineData(ClassStage.Confirmed, "2024-05-20 07:30", Rule.CancelTooLate)]
    [InlineData(ClassStage.Holding, "2024-05-20 07:00", Rule.CancelTooLate)]
    [InlineData(ClassStage.Reporting, "2024-05-20 07:00", Rule.CancelTooLate)]
    [InlineData(ClassStage.Closed, "2024-05-20 07:00", Rule.CancelTooLate)]
    [InlineData(ClassStage.Postponed, "2024-06-20 07:00", null)]
    public void Cancel_IsPossibleUntilTheClassBegins(ClassStage stage, string at, string? rule)
    {
        RegisterBook book = new(Registering());
        book.Register(1);
        book.Class = book.Class with { Stage = stage };
        RuleBrokenException? refused = Record.Exception(() => book.Cancel(1, At(at))) as RuleBrokenException;
        Assert.Equal(rule, refused?.Rule);
        Assert.Equal(rule is null ? 0 : 1, book.Class.Seats.Confirmed);
    }

    [Fact]
    public void Cancel_OfAWalkIn_IsRefused()
    {
        Registration walkIn = Attendance.AttendanceBook.WalkIn();
        Assert.Equal(Rule.RegistrationNotActive, Assert.Throws<RuleBrokenException>(() => RegistrationDecisions.Cancel(Registering(), walkIn, null, Opens)).Rule);
    }

    [Fact]
    public void Officers_FillSeatsThatAreLeft_AfterTheClose_UntilTheClassBegins()
    {
        TrainingClass c = Registering(capacity: 1) with { Stage = ClassStage.Confirmed };
        DateTimeOffset late = c.FirstStart.AddSeconds(-1);
        Assert.True(RegistrationDecisions.IsLate(c, late));
        (TrainingClass full, Registration r) = Taken(c, RegistrationSource.Officer, late);
        Assert.Equal(RegistrationStatus.Confirmed, r.Status);
        Assert.Equal(Rule.RegistrationClosed, Refused(full, RegistrationSource.Officer, late));
        Assert.Equal(Rule.RegistrationClosed, Refused(c, RegistrationSource.PublicForm, late));
        Assert.Equal(Rule.RegistrationClosed, Refused(c, RegistrationSource.Officer, c.FirstStart));

        static (TrainingClass, Registration) Taken(TrainingClass c, RegistrationSource source, DateTimeOffset at) =>
            RegistrationDecisions.Register(c, SamplePeople.Person(1), "ABCD1234", source, Host, false, at);

        static string Refused(TrainingClass c, RegistrationSource source, DateTimeOffset at) =>
            Assert.Throws<RuleBrokenException>(() => Taken(c, source, at)).Rule;
    }
}
