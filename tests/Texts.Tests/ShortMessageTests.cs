using Xunit;

namespace NtmServerless.Texts.Tests;

/// <summary>A text message that every phone shows, and that costs one.</summary>
public sealed class ShortMessageTests
{
    private static readonly VietnameseTexts Texts = new();

    [Theory]
    [InlineData("Đồng Đăng – “Ngô Quyền”…", "Dong Dang - \"Ngo Quyen\"...")]
    [InlineData("Lớp 10 · Tân Thành", "Lop 10 - Tan Thanh")]
    [InlineData("[a]{b}^~|\\`", "(a)(b)'---'")]
    [InlineData("Dòng\r\nhai 😀 €", "Dong hai")]
    public void Plain_HasLettersThatCountOnce(string text, string plain) => Assert.Equal(plain, ShortMessage.Plain(text));

    [Fact]
    public void Fill_CutsTheLongestNamesFirst_AndNeverACodeOrAWord()
    {
        string filled = ShortMessage.Fill(
            "{name}: {venue}. {text} {code}",
            [("name", "Hoàng Văn Thử"), ("venue", string.Join(' ', Enumerable.Repeat("nhà", 60))), ("text", new string('x', 90)), ("code", "AB12CD34")], Texts);
        Assert.InRange(filled.Length, 130, 160);
        Assert.StartsWith("Hoang Van Thu: nha nha", filled, StringComparison.Ordinal);
        Assert.EndsWith($". {new string('x', 90)} AB12CD34", filled, StringComparison.Ordinal);
    }

    [Fact]
    public void Fill_WhatFits_IsLeftWhole() =>
        Assert.Equal("Ba con di 08/04/2024", ShortMessage.Fill("Bà con đi {departs}", [("departs", new DateOnly(2024, 4, 8))], Texts));
}
