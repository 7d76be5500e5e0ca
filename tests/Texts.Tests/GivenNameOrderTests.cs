using Xunit;

namespace NtmServerless.Texts.Tests;

public sealed class GivenNameOrderTests
{
    [Fact]
    public void Order_IsOfTheGivenName_WithDauAndDeAsLettersOfTheirOwn() => Assert.Equal(
        ["Vi Thị An", "Hoàng Văn Dũng", "Nông Văn Dũng", "Lý Văn Đức", "Bế Thị Én", "Lô Ô", "Lương Văn Ơn"],
        ((string[])["Lương Văn Ơn", "Lý Văn Đức", "Nông Văn Dũng", "Lô Ô", "Vi Thị An", "Bế Thị Én", "Hoàng Văn Dũng"])
            .Order(GivenNameOrder.Instance));
}
