using Xunit;

namespace NtmServerless.Domain.Tests.Communication;

/// <summary>Taking back a wrong entry of the communication log.</summary>
public sealed class StrikeOutTests
{
    private static readonly DateTimeOffset Now = new(2024, 4, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly CommunicationActivity Entry =
        new("a1", "xa-gia-cat", CommunicationChannel.Broadcast, new DateOnly(2024, 4, 1), "Phát thanh", 3, null, Now);

    [Fact]
    public void Strike_KeepsTheEntry_AndSaysWhyAndByWhom()
    {
        CommunicationActivity struck = Entry.Strike("ghi trùng", "xa-gia-cat", Now);
        Assert.Equal(Entry with { StruckOut = new StrikeOut("ghi trùng", "xa-gia-cat", Now) }, struck);
        Assert.Equal(Rule.ActivityStruckOut, Assert.Throws<RuleBrokenException>(() => struck.Strike("lần nữa", "xa-gia-cat", Now)).Rule);
    }

    [Fact]
    public void Day_AfterAddingAndRemoving_IsAsBefore()
    {
        CommunicationDay day = new CommunicationDay(Entry.Date, []).Add(Entry with { Count = 2, Channel = CommunicationChannel.Poster });
        CommunicationDay more = day.Add(Entry).Add(Entry with { Count = 1 });
        Assert.Equal(1, more.Remove(Entry).Counts.Single(c => c.Channel == CommunicationChannel.Broadcast).Count);
        Assert.Equal(day.Counts, more.Remove(Entry).Remove(Entry with { Count = 1 }).Counts);
    }
}
