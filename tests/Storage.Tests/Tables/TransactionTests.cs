using Azure.Data.Tables;
using Xunit;

namespace NtmServerless.Storage.Tests.Tables;

/// <summary>The limits of Table Storage, held before it or an emulator is asked.</summary>
public sealed class TransactionTests(AzuriteServer azurite)
{
    private const long MostOnTheWire = 4 * 1024 * 1024;

    [Fact]
    public void Add_TheHundredAndFirstRow_IsRefused()
    {
        Transaction transaction = new("p");
        for (int i = 0; i < 100; i++) transaction.Add(new TableEntity("p", $"r{i}"));

        Assert.True(transaction.IsFull(1));
        Assert.Throws<InvalidOperationException>(() => transaction.Add(new TableEntity("p", "r100")));
        Assert.Equal(100, transaction.Count);
    }

    [Fact]
    public void Add_ARowOfAnotherPartition_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new Transaction("p").Add(new TableEntity("q", "r")));

    [Fact]
    public void Add_ARowTwice_IsRefused()
    {
        Transaction transaction = new("p");
        transaction.Add(new TableEntity("p", "r"));
        Assert.Throws<InvalidOperationException>(() => transaction.Delete("r"));
        Assert.True(transaction.Has("r"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("ễ")]
    [InlineData("\"")]
    [InlineData("đ\"")]
    public async Task Add_UntilItIsRefused_StaysBelowFourMebibytesOnTheWire(string text)
    {
        Office office = await Office.OpenAsync(azurite);
        Transaction transaction = new("p");
        string record = string.Concat(Enumerable.Repeat(text, 100_000 / text.Length));
        Assert.Throws<InvalidOperationException>(() =>
        {
            for (int i = 0; i < 90; i++) transaction.Add(Row.Of("p", $"r{i}", record));
        });
        long sent = 0;
        Office measured = office.Beside(new Faults(r =>
        {
            if (Faults.IsTransaction(r) && r.Content!.TryComputeLength(out long length)) Interlocked.Exchange(ref sent, length);
            return Fault.None;
        }));

        await transaction.SubmitAsync(measured.ClassRows, TestContext.Current.CancellationToken);

        Assert.InRange(sent, MostOnTheWire / 2, MostOnTheWire);
    }
}
