using Xunit;

namespace NtmServerless.Domain.Tests.Post;

/// <summary>How a message goes from one state to the next.</summary>
public sealed class MessageAttemptsTests
{
    private static readonly DateTimeOffset Start = new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void End_DeferredEachTime_WaitsLongerAndFailsAfterTheLast()
    {
        OutgoingMessage m = Message();
        List<double> waits = [];
        for (DateTimeOffset now = Start; m.IsOpen; now = m.DueAt ?? now)
        {
            m = m.Begin(now).End(new AttemptResult(AttemptOutcome.Deferred, "busy"), now);
            if (m.DueAt is { } due) waits.Add((due - now).TotalMinutes);
        }

        Assert.Equal([1, 5, 30, 120, 480, 1440], waits);
        Assert.Equal((MessageState.Failed, 7, "busy", false), (m.State, m.Attempts, m.LastError, m.Uncertain));
    }

    [Theory]
    [InlineData(NoticeKind.ReminderOneDay, "2024-04-01 16:59", false)]
    [InlineData(NoticeKind.ReminderOneDay, "2024-04-01 17:00", true)]
    [InlineData(NoticeKind.ReminderThreeDays, "2024-04-01 17:00", true)]
    [InlineData(NoticeKind.ClassCancelled, "2024-04-09 17:00", false)]
    public void IsPast_WhenTheDayThatItNamesIsOver(NoticeKind kind, string utc, bool past)
    {
        OutgoingMessage m = Message() with { Kind = kind, PostedAt = Start };
        Assert.Equal(past, m.IsPast(DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture)));
        OutgoingMessage dropped = m.Begin(Start).End(new AttemptResult(AttemptOutcome.TooLate, "past"), Start);
        Assert.Equal((MessageState.Dropped, null), (dropped.State, dropped.NextAt));
    }

    [Fact]
    public void End_Refused_FailsAtOnce()
    {
        OutgoingMessage m = Message().Begin(Start).End(new AttemptResult(AttemptOutcome.Refused, "550 no"), Start);
        Assert.Equal((MessageState.Failed, 1, null), (m.State, m.Attempts, m.NextAt));
    }

    [Fact]
    public void Begin_OfOneThatIsUnderWay_MakesItUncertainForGood()
    {
        OutgoingMessage m = Message().Begin(Start);
        Assert.False(m.Uncertain);
        Assert.Equal(Start, m.NextAt);
        m = m.Begin(Start).End(AttemptResult.Accepted, Start.AddMinutes(1));
        Assert.Equal((MessageState.Sent, true, Start.AddMinutes(1)), (m.State, m.Uncertain, m.SentAt));
    }

    [Fact]
    public void End_WithoutAnAnswer_IsUncertainAndTriedAgain()
    {
        OutgoingMessage m = Message().Begin(Start).End(new AttemptResult(AttemptOutcome.Unknown, "lost"), Start);
        Assert.Equal((MessageState.Waiting, true, Start.AddMinutes(1)), (m.State, m.Uncertain, m.DueAt));
    }

    [Theory]
    [InlineData(AttemptOutcome.Refused)]
    [InlineData(AttemptOutcome.NobodyThere)]
    public void SendAgain_OfOneGivenUp_StartsOverUnderTheSameId(AttemptOutcome outcome)
    {
        OutgoingMessage failed = Message().Begin(Start).End(new AttemptResult(outcome), Start);
        OutgoingMessage again = failed.SendAgain(Start.AddDays(1));
        Assert.Equal((failed.Id, MessageState.Waiting, 0, 1), (again.Id, again.State, again.Attempts, again.EarlierAttempts));
        Assert.Same(again, again.SendAgain(Start.AddDays(2)));
    }

    [Fact]
    public void SendAgain_OfOneThatArrived_IsRefused()
    {
        OutgoingMessage sent = Message().Begin(Start).End(AttemptResult.Accepted, Start);
        Assert.Equal(Rule.MessageNotFailed, Assert.Throws<RuleBrokenException>(() => sent.SendAgain(Start)).Rule);
        Assert.Throws<RuleBrokenException>(() => Message().SendAgain(Start));
    }

    [Fact]
    public void Compose_Twice_GivesTheSameRows()
    {
        Posting posting = new(new("p"), new PostSubject(PostSubjectKind.Class, "c"), "class/c/1", Start,
            [new Notice(NoticeKind.ClassCancelled, ["a", "b", "a"], ToParticipants: true, Detail: "lũ"), new Notice(NoticeKind.Promoted, [])]);
        Dictionary<string, UnitContacts> contacts = new() { ["a"] = new UnitContacts("a", ["x@a.vn", "y@a.vn"], ["+84912345678"]) };

        ComposedPost first = PostRules.Compose(posting, "b1", new PostChannels(true, true), contacts, [["K1"], []]);
        ComposedPost second = PostRules.Compose(posting, "b1", new PostChannels(true, true), contacts, [["K1"], []]);

        Assert.Equal(first.Messages, second.Messages);
        Assert.Equal(["a", "b"], first.Entries.Select(e => e.UnitId));
        Assert.Equal(["b1-00-u-a-0", "b1-00-u-a-1", "b1-00-s-a-0", "b1-00-p-K1"], first.Messages.Select(m => m.Id));
        Assert.Equal(0, Assert.Single(first.Notices).Place);
        Assert.Empty(PostRules.Compose(posting, "b1", PostChannels.None, contacts, [[], []]).Messages);
    }

    private static OutgoingMessage Message() => new()
    {
        Id = "b-00-u-a-0",
        PlanId = new("p"),
        Batch = "b",
        Notice = 0,
        Kind = NoticeKind.ClassAnnounced,
        About = new PostSubject(PostSubjectKind.Class, "c"),
        Channel = MessageChannel.Email,
        PostedAt = Start,
        DueAt = Start,
    };
}
