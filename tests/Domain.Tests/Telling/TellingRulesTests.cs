using Xunit;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Telling;

/// <summary>Who of a class heard of something, by what is recorded of it.</summary>
public sealed class TellingRulesTests
{
    private const string Id = "0000000009-00";
    private static readonly DateTimeOffset Decided = Closes;
    private static readonly Notice Cancelled = new(NoticeKind.ClassCancelled, [Lead, Host], ToParticipants: true, Detail: "Mưa lũ");

    [Fact]
    public void Addressed_WhatMustReachPeople_GoesToTheirCommunes_AndCountsThem()
    {
        Registration gone = Person(4) with { Status = RegistrationStatus.Cancelled };
        Notice told = TellingRules.Addressed(Cancelled, [Person(1, phone: true), Person(2), Person(3, priority: true), gone]);
        Assert.Equal([Lead, Host, SamplePeople.PriorityCommune], told.ToUnits);
        Assert.Equal([new ConcernedPeople(SamplePeople.OtherCommune, 1, 1), new ConcernedPeople(SamplePeople.PriorityCommune, 0, 1)], told.Concerned);
    }

    [Fact]
    public void Addressed_WhoMovedUp_IsToldToTheirCommuneAndTheLead()
    {
        Registration promoted = Person(3, priority: true);
        Notice told = TellingRules.Addressed(Assert.Single(Waitlist.Tell(Registering(), [promoted])), [promoted]);
        Assert.Equal([Lead, SamplePeople.PriorityCommune], told.ToUnits);
        Assert.Equal([new ConcernedPeople(SamplePeople.PriorityCommune, 0, 1)], told.Concerned);
    }

    [Fact]
    public void Addressed_AReminder_CountsWhomItIsAbout_AndIsNoLetterToTheirCommunes()
    {
        Notice reminder = TellingRules.Addressed(new(NoticeKind.ReminderOneDay, [Lead], ToParticipants: true),
            [Person(1), Person(2) with { Status = RegistrationStatus.Waitlisted }, Person(3, priority: true)]);
        Assert.Equal([Lead], reminder.ToUnits);
        Assert.Equal([new ConcernedPeople(SamplePeople.OtherCommune, 0, 1), new ConcernedPeople(SamplePeople.PriorityCommune, 0, 1)], reminder.Concerned);
        Notice units = new(NoticeKind.ListConfirmed, [Lead]);
        Assert.Same(units, TellingRules.Addressed(units, [Person(1)]));
    }

    [Fact]
    public void After_AnInvitation_OpensATask_WhichAReminderTakesThePlaceOf_UntilTheClassBegins()
    {
        TrainingClass c = In(ClassStage.Confirmed);
        Notice Asks(NoticeKind kind) => TellingRules.Addressed(new(kind, [Lead], ToParticipants: true), [Person(1), Person(2, phone: true)]);
        KeptNotice invited = new(Id, Asks(NoticeKind.Invitation), Decided);
        KeptNotice reminded = new("0000000010-00", Asks(NoticeKind.ReminderThreeDays), Decided.AddDays(1));
        c = OpenTellings.After(c, [invited], byMessage: true);
        Assert.Equal((NoticeKind.Invitation, 1), (Assert.Single(c.Untold).Kind, c.Untold[0].People));
        c = OpenTellings.After(c, [reminded], byMessage: true);
        OpenTelling open = Assert.Single(c.Untold);
        Assert.Equal(NoticeKind.ReminderThreeDays, open.Kind);
        Assert.Equal((false, true), (open.IsPast(c, c.FirstStart.AddTicks(-1)), open.IsPast(c, c.FirstStart)));
        KeptNotice[] both = [invited, reminded];
        Assert.Equal(
            [NoticeKind.ReminderThreeDays],
            TellingRules.Open(both.Select(n => TellingRules.Of(n, both, [Person(1)], null, true, true, []))).Select(t => t.Kind));
        Assert.Empty(OpenTellings.After(In(ClassStage.Confirmed), [invited with { Notice = invited.Notice with { Off = true } }], byMessage: false).Untold);
    }

    [Fact]
    public void Person_EachOne_IsReachedAsTheRecordsSay()
    {
        Registration[] people = [.. Enumerable.Range(1, 8).Select(n => Person(n, phone: n is not (7 or 8)))];
        OutgoingMessage[] messages =
        [
            Message(1, MessageState.Sent), Message(2, MessageState.Waiting), Message(3, MessageState.Failed, "số không có"),
            Message(4, MessageState.Waiting, "cổng bận"), Message(5, MessageState.Dropped, "không còn số"),
        ];
        TellingSheet sheet = TellingSheet.Empty(Id).With([SamplePeople.Code(8)], new ToldMark(Decided, Lead, "Lan"));
        Told told = Of(Cancelled, people, sheet, messages);

        Assert.Equal(
            [Reach.Messaged, Reach.UnderWay, Reach.Failed, Reach.Retried, Reach.Failed, Reach.NoMessage, Reach.NoPhone, Reach.Told],
            told.People.Select(p => p.By));
        Assert.Equal([3, 4, 5, 6, 7], told.Left.Select(p => p.Person.Sequence));
        Assert.Equal("số không có", told.People[2].Words);
        Assert.Equal("Lan", told.People[7].Mark!.By);
    }

    [Fact]
    public void Person_WhoseMessageIsNotWrittenYet_IsUnderWayOnlyWhereAGatewayIs()
    {
        Registration[] people = [Person(1, phone: true), Person(2)];
        Assert.Equal([Reach.UnderWay, Reach.NoPhone], Of(Cancelled, people, posted: false, byMessage: true).People.Select(p => p.By));
        Assert.Equal([Reach.NoMessage, Reach.NoPhone], Of(Cancelled, people, posted: false).People.Select(p => p.By));
    }

    [Fact]
    public void People_WhoCameLaterOrLeft_NeedNotBeTold()
    {
        Registration[] people =
        [
            Person(1), Person(2) with { RegisteredAt = Decided.AddHours(1) }, Person(3) with { Status = RegistrationStatus.Cancelled },
            Person(4) with { AnonymisedAt = Decided },
        ];
        Assert.Equal([1], Of(Cancelled, people).People.Select(p => p.Person.Sequence));
        Assert.Equal([2], Of(new Notice(NoticeKind.Promoted, [Lead], Registrations: [SamplePeople.Code(2), SamplePeople.Code(3)]), people)
            .People.Select(p => p.Person.Sequence));
    }

    [Fact]
    public void Unit_WhoseLetterCameBack_SaysSo()
    {
        OutgoingMessage[] letters =
        [
            Letter(Lead, 0, MessageState.Sent), Letter(Host, 0, MessageState.Failed, "550 no such mailbox"),
        ];
        Assert.Equal(
            [new ReachedUnit(Lead, true, 1, null), new ReachedUnit(Host, true, 0, "550 no such mailbox")], Of(Cancelled, [], null, letters).Units);
        Assert.Empty(Of(Cancelled with { Off = true }, []).Units);
    }

    [Fact]
    public void Open_NamesWhoIsLeftByCommune_UntilALaterNewsOfTheWholeClassComes()
    {
        Notice counted = TellingRules.Addressed(Cancelled, [Person(1), Person(3, priority: true)]);
        Told told = Of(counted, [Person(1), Person(2), Person(3, priority: true)]);
        OpenTelling open = Assert.Single(TellingRules.Open([told]));
        Assert.Equal((Id, NoticeKind.ClassCancelled, 3), (open.NoticeId, open.Kind, open.People));
        Assert.Equal((2, 1), (open.Left[SamplePeople.OtherCommune], open.Left[SamplePeople.PriorityCommune]));

        KeptNotice kept = new(Id, counted, Decided);
        KeptNotice later = new("0000000010-00", new Notice(NoticeKind.ClassRescheduled, [Lead], ToParticipants: true), Decided.AddDays(1));
        Assert.Empty(TellingRules.Open([TellingRules.Of(kept, [kept, later], [Person(1)], null, true, false, [])]));
        KeptNotice reminder = later with { Notice = new Notice(NoticeKind.ReminderOneDay, [Lead], ToParticipants: true) };
        Assert.Single(TellingRules.Open([TellingRules.Of(kept, [kept, reminder], [Person(1)], null, true, false, [])]));
    }

    [Fact]
    public void Open_WhatWasToldBeforeAnybodyCounted_IsNoTask() => Assert.Empty(TellingRules.Open([Of(Cancelled, [Person(1)])]));

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public void After_AnAct_OpensATaskForWhomNoMessageReaches(bool byMessage, int left)
    {
        Notice counted = TellingRules.Addressed(Cancelled, [Person(1, phone: true), Person(2), Person(3, priority: true)]);
        TrainingClass c = OpenTellings.After(Registering(), [new KeptNotice(Id, counted, Decided)], byMessage);
        Assert.Equal(left, Assert.Single(c.Untold).People);
    }

    [Fact]
    public void After_NewsOfTheWholeClass_TakesThePlaceOfAllBefore_ButNotOfOthers()
    {
        Registration[] people = [Person(1)];
        Notice promoted = TellingRules.Addressed(new Notice(NoticeKind.Promoted, [Lead], Registrations: [SamplePeople.Code(1)]), people);
        TrainingClass c = OpenTellings.After(Registering(), [new KeptNotice(Id, promoted, Decided)], byMessage: false);
        c = OpenTellings.After(c, [new KeptNotice("0000000010-00", TellingRules.Addressed(Cancelled, people), Decided)], byMessage: false);
        Assert.Equal([NoticeKind.ClassCancelled], c.Untold.Select(t => t.Kind));
        c = OpenTellings.After(c, [new KeptNotice("0000000011-00", promoted, Decided)], byMessage: false);
        Assert.Equal([NoticeKind.ClassCancelled, NoticeKind.Promoted], c.Untold.Select(t => t.Kind));
        Assert.Same(c, OpenTellings.After(c, [new KeptNotice("0000000012-00", new Notice(NoticeKind.ListConfirmed, [Lead]), Decided)], byMessage: false));
    }

    [Theory]
    [InlineData(ClassStage.Registering, 59, false)]
    [InlineData(ClassStage.Registering, 61, true)]
    [InlineData(ClassStage.Cancelled, 59, false)]
    [InlineData(ClassStage.Postponed, 59, false)]
    [InlineData(ClassStage.Postponed, 61, true)]
    [InlineData(ClassStage.Closed, 1, true)]
    public void IsPast_OfAClassTwoMonthsAhead_IsWhenItsLastDayIsOver(ClassStage stage, int day, bool past)
    {
        TrainingClass c = Registering() with { Stage = stage };
        Assert.Equal(past, OpenOn(c.LastEnd.AddDays(-60)).IsPast(c, c.LastEnd.AddDays(day - 60)));
    }

    [Theory]
    [InlineData(ClassStage.Postponed, -5)]
    [InlineData(ClassStage.Reporting, 5)]
    public void IsPast_WhereNoDayIsAhead_IsAfterAMonth(ClassStage stage, int decided)
    {
        TrainingClass c = Registering() with { Stage = stage };
        OpenTelling open = OpenOn(c.LastEnd.AddDays(decided));
        Assert.False(open.IsPast(c, open.At.AddDays(29)));
        Assert.True(open.IsPast(c, open.At.AddDays(31)));
        Assert.True(open.IsPast(c with { Sessions = [] }, open.At.AddDays(31)));
    }

    private static OpenTelling OpenOn(DateTimeOffset at) => new(Id, NoticeKind.ClassPostponed, at, new Dictionary<string, int> { [Host] = 1 });

    [Fact]
    public void Sheet_TickedTwice_KeepsWhoWasFirst_AndATickCanBeTakenAway()
    {
        TellingSheet sheet = TellingSheet.Empty(Id).With(["a", "b"], new ToldMark(Decided, Lead, "Lan"))
            .With(["a"], new ToldMark(Decided.AddHours(1), Host, "Páo"));
        Assert.Equal("Lan", sheet.Marks["a"].By);
        Assert.Equal(["b"], sheet.Without(["a"]).Marks.Keys);
    }

    [Theory]
    [InlineData(MessageGroup.Confirmed, null, "1 3")]
    [InlineData(MessageGroup.Waitlisted, null, "2")]
    [InlineData(MessageGroup.Registered, null, "1 2 3")]
    [InlineData(MessageGroup.Registered, SamplePeople.PriorityCommune, "3")]
    public void OwnMessage_IsForTheGroupThatIsMeant(MessageGroup group, string? commune, string sequences)
    {
        Registration[] people =
        [
            Person(1), Person(2) with { Status = RegistrationStatus.Waitlisted }, Person(3, priority: true),
            Person(4) with { Status = RegistrationStatus.Cancelled },
        ];
        Assert.Equal(sequences, string.Join(' ', OwnMessages.For(people, group, commune).Select(r => r.Sequence)));
    }

    [Fact]
    public void OwnMessage_NamesItsPeopleAndTheirCommunes_AndNeedsSomebody()
    {
        Notice written = OwnMessages.Write(Registering(), [Person(3, priority: true)], "Mang theo sổ");
        Assert.Equal((NoticeKind.ClassMessage, "Mang theo sổ"), (written.Kind, written.Detail));
        Assert.Equal([Lead, SamplePeople.PriorityCommune], written.ToUnits);
        Assert.Equal([SamplePeople.Code(3)], written.Registrations);
        Assert.Throws<InvalidInputException>(() => OwnMessages.Write(Registering(), [], "Mang theo sổ"));
        Assert.Throws<RuleBrokenException>(() => OwnMessages.Write(Planned(), [Person(1)], "Mang theo sổ"));
    }

    private static Told Of(
        Notice notice, Registration[] people, TellingSheet? sheet = null, OutgoingMessage[]? messages = null, bool posted = true, bool byMessage = false)
    {
        KeptNotice kept = new(Id, notice, Decided);
        return TellingRules.Of(kept, [kept], people, sheet, posted, byMessage, messages ?? []);
    }

    private static Registration Person(int n, bool priority = false, bool phone = false)
    {
        Applicant applicant = SamplePeople.Person(n, priority);
        return new Registration
        {
            Code = SamplePeople.Code(n),
            Sequence = n,
            Applicant = phone ? applicant with { Personal = applicant.Personal! with { Phone = $"+8491234567{n}" } } : applicant,
            Status = RegistrationStatus.Confirmed,
            IsPriority = priority,
            RegisteredAt = Opens,
            Source = RegistrationSource.PublicForm,
        };
    }

    private static OutgoingMessage Message(int n, MessageState state, string? words = null) => Letter(null, 0, state, words) with
    {
        Id = $"p-{n}",
        Channel = MessageChannel.Webhook,
        Registration = SamplePeople.Code(n),
    };

    private static OutgoingMessage Letter(string? unit, int number, MessageState state, string? words = null) => new()
    {
        Id = $"u-{unit}-{number}",
        PlanId = new("caoloc-2024"),
        Batch = "b",
        Notice = 0,
        Kind = NoticeKind.ClassCancelled,
        About = new PostSubject(PostSubjectKind.Class, "lop-1"),
        Channel = MessageChannel.Email,
        UnitId = unit,
        AddressNumber = number,
        PostedAt = Decided,
        State = state,
        LastError = words,
    };
}
