using NtmServerless.Storage.Tables;
using Xunit;

namespace NtmServerless.Storage.Tests.Tables;

/// <summary>The other tests of this process leave rows of their own, so only what a row of one's own does is looked at.</summary>
public sealed class OutboxRowsTests
{
    [Fact]
    public async Task Sweep_AfterARowWasWritten_IsWorthwhile_AndAFailedOneStaysSo()
    {
        OutboxRows.Written("p", Guid.NewGuid().ToString("N"));
        Assert.True(OutboxRows.MayBeLeft);

        await Assert.ThrowsAsync<InvalidOperationException>(() => OutboxRows.SweepAsync(() => throw new InvalidOperationException()));

        Assert.True(OutboxRows.MayBeLeft);
        Assert.Equal(3, await OutboxRows.SweepAsync(() => Task.FromResult<int[]>([1, 2])));
    }
}
