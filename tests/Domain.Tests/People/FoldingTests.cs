using System.Text;
using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.People;

public sealed class FoldingTests
{
    private const string Letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ -'.ĂÂĐÊÔƠƯỆỘ";

    private static readonly Gen<string> Names = Gen.Char[Letters].Array[0, 30].Select(letters => new string(letters));

    [Theory]
    [InlineData("Đồng Đăng", "dong dang")]
    [InlineData("ĐỒNG  ĐĂNG", "dong dang")]
    [InlineData("  Nguyễn-Thị.Hoà ", "nguyen thi hoa")]
    [InlineData("Nguyễn Thị Hòa", "nguyen thi hoa")]
    [InlineData("Lý Mỹ Thuỷ", "ly my thuy")]
    [InlineData("Lý Mỹ Thủy", "ly my thuy")]
    [InlineData("Thôn 3", "thon 3")]
    [InlineData("", "")]
    [InlineData(" - ", "")]
    public void Fold_OfAName_GivesItsPlainForm(string name, string folded) => Assert.Equal(folded, Folding.Fold(name));

    [Fact]
    public void Fold_Twice_IsTheSameAsOnce() => Names.Sample(name => Folding.Fold(Folding.Fold(name)) == Folding.Fold(name));

    [Fact]
    public void Fold_OfAnyStorableText_IsTheSameTwice() => Gen.String.Where(text => text.All(c => !char.IsSurrogate(c) && c != '\uFFFE')).Sample(
        text => Folding.Fold(Folding.Fold(text)) == Folding.Fold(text));

    [Fact]
    public void Fold_OfBothNormalForms_Agrees() => Names.Sample(name =>
        Folding.Fold(name.Normalize(NormalizationForm.FormC)) == Folding.Fold(name.Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Fold_OfCapitals_Agrees() => Names.Sample(name => Folding.Fold(name.ToUpperInvariant()) == Folding.Fold(name));

    [Fact]
    public void PersonKey_OfOnePersonWrittenDifferently_IsOne()
    {
        string key = PersonKey.Of("Nguyễn Thị Hòa", 1975, "Bản Lề", "xa-gia-cat");
        Assert.Equal(key, PersonKey.Of("NGUYỄN  THỊ HOÀ", 1975, "bản lề", "xa-gia-cat"));
        Assert.Equal(key, PersonKey.Of("Nguyễn Thị Hòa".Normalize(NormalizationForm.FormD), 1975, "Bản  Lề", "xa-gia-cat"));
        Assert.Matches("^[0-9a-f]{32}$", key);
    }

    // The key stands in stored rows: another value needs another PersonKey.Rule, or everybody could register a second time.
    [Fact]
    public void PersonKey_StaysAsItWas() =>
        Assert.Equal("1dbd6056cfa6e6d20c1bb2177d63f875", PersonKey.Of("Nguyễn Thị Hòa", 1975, "Bản Lề", "xa-gia-cat"));

    [Theory]
    [InlineData("Nguyễn Thị Hoa Lê", 1975, "Bản Lề", "xa-gia-cat")]
    [InlineData("Nguyễn Thị Hòa", 1976, "Bản Lề", "xa-gia-cat")]
    [InlineData("Nguyễn Thị Hòa", 1975, "Bản Lìm", "xa-gia-cat")]
    [InlineData("Nguyễn Thị Hòa", 1975, "Bản Lề", "xa-mau-son")]
    public void PersonKey_OfAnother_IsAnother(string name, int year, string village, string commune) =>
        Assert.NotEqual(PersonKey.Of("Nguyễn Thị Hòa", 1975, "Bản Lề", "xa-gia-cat"), PersonKey.Of(name, year, village, commune));
}
