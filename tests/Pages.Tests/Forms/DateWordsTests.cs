using Xunit;

namespace NtmServerless.Pages.Tests.Forms;

public sealed class DateWordsTests
{
    [Theory]
    [InlineData("date", "2024-04-05", "thứ Sáu, 05/04/2024")]
    [InlineData("datetime-local", "2024-04-05T17:00", "thứ Sáu, 05/04/2024, 17 giờ")]
    [InlineData("datetime-local", "2024-04-07T07:30:15", "Chủ nhật, 07/04/2024, 7 giờ 30")]
    [InlineData("time", "13:30", "13 giờ 30")]
    [InlineData("date", "05/04/2024", null)]
    [InlineData("date", "", null)]
    [InlineData("datetime-local", "2024-04", null)]
    [InlineData("time", null, null)]
    [InlineData("text", "2024-04-05", null)]
    public void Of_WhatAFieldHolds_SaysItAsVietnameseDo(string type, string? value, string? said) => Assert.Equal(said, DateWords.Of(type, value));
}
