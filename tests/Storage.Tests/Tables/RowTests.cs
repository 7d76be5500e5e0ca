using Azure.Data.Tables;
using Xunit;

namespace NtmServerless.Storage.Tests.Tables;

/// <summary>A record in a row, whatever its size.</summary>
public sealed class RowTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(29_998)]
    [InlineData(29_999)]
    [InlineData(120_000)]
    [InlineData(479_998)]
    public void Of_AnyLength_IsCutBelowTheLimitAndReadsBack(int length)
    {
        string text = new('ễ', length);

        TableEntity row = Row.Of("p", "r", text);

        // 64 KiB of UTF-16 is the limit of one property.
        Assert.All(Parts(row), part => Assert.InRange(part.Length * 2, 0, 64 * 1024));
        Assert.Equal(text, Row.Read<string>(row));
    }

    private static IEnumerable<string> Parts(TableEntity row) => ((IDictionary<string, object>)row).Values.OfType<string>();

    [Fact]
    public void Of_SignsOutsideTheBasicPlaneAtTheCut_AreNotTornApart()
    {
        string[] texts = [.. Enumerable.Range(0, 4).Select(shift => new string('x', 29_990 + shift) + string.Concat(Enumerable.Repeat("𠀀😀", 20)))];

        Assert.All(texts, text =>
        {
            TableEntity row = Row.Of("p", "r", text);
            Assert.All(Parts(row), part => Assert.False(char.IsSurrogate(part[^1]) || char.IsSurrogate(part[0])));
            Assert.Equal(text, Row.Read<string>(row));
        });
    }

    [Fact]
    public void Of_MoreThanARowHolds_IsRefusedByName()
    {
        RecordTooLargeException refusal = Assert.Throws<RecordTooLargeException>(() => Row.Of("p", "r", new string('x', 480_000)));
        Assert.Contains("p/r", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ARowWithoutARecord_IsAnError() =>
        Assert.Throws<RecordDamagedException>(() => Row.Read<string>(new TableEntity("p", "r")));

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a'b")]
    [InlineData("Đồng")]
    public void Key_WithASignThatStorageDoesNotTake_IsRefused(string key)
    {
        Assert.False(Key.IsValid(key));
        Assert.Throws<ArgumentException>(() => Key.Checked(key));
        Assert.Throws<ArgumentException>(() => Row.Of("p", key, "x"));
        Assert.Throws<ArgumentException>(() => Key.Range(key, "reg-"));
    }

    [Fact]
    public void Key_LongerThanTwoHundred_IsRefused()
    {
        Assert.True(Key.IsValid(new string('a', 200)));
        Assert.False(Key.IsValid(new string('a', 201)));
        Assert.False(Key.IsValid(null));
    }

    [Fact]
    public void After_APrefix_IsBehindAllThatBeginWithIt()
    {
        Assert.Equal("reg.", Key.After("reg-"));
        Assert.True(string.CompareOrdinal("reg-zzzz", Key.After("reg-")) < 0);
    }

    [Fact]
    public void Hash_IsAKeyAndTellsTextsApart()
    {
        Assert.True(Key.IsValid(Key.Hash("Đồng Đăng / ?")));
        Assert.NotEqual(Key.Hash("a"), Key.Hash("b"));
    }
}
