using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace NtmServerless.Functions.Tests.Startup;

/// <summary>Settings are read at the start, or the start is refused in words that name the setting.</summary>
public sealed partial class OptionsTests
{
    private static readonly string Root = AzuriteServer.RepositoryRoot();

    [Fact]
    public void Read_Nothing_GivesTheDefaults() => Assert.Equal(new NtmOptions(), Read());

    [Fact]
    public void Read_WhatIsSet_IsTaken() => Assert.Equal(
        new NtmOptions { PublicRequestsPerMinute = 1, RetentionDays = 36_500, SecureCookies = true, Practice = true },
        Read(("PublicRequestsPerMinute", "1"), ("RetentionDays", "36500"), ("SecureCookies", "True"), ("practice", "true"), ("EntraSignIn", "")));

    [Theory]
    [InlineData("PublicRequestsPerMinute", "0")]
    [InlineData("PublicRequestsPerMinute", "-1")]
    [InlineData("PublicRequestsPerMinute", "99999999999")]
    [InlineData("FailedSignInsPerMinute", "nhiều")]
    [InlineData("FailedSignInsPerMinute", "0")]
    [InlineData("RetentionDays", "0")]
    [InlineData("RetentionDays", "1.5")]
    [InlineData("SecureCookies", "yes")]
    [InlineData("EntraSignIn", "1")]
    [InlineData("OpenBeforeAnswering", "có")]
    [InlineData("ConsoleIsPrivate", "0")]
    [InlineData("practice", "x")]
    [InlineData("RecordsStoragePrefix", "a-b")]
    [InlineData("RecordsStoragePrefix", "1a")]
    public void Read_ASettingThatCannotBe_RefusesTheStartAndNamesIt(string setting, string value) =>
        Assert.Contains(setting, Assert.Throws<StartRefusedException>(() => Read((setting, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_SeveralThatCannotBe_NamesThemAll()
    {
        string message = Assert.Throws<StartRefusedException>(() => Read(("PublicRequestsPerMinute", "0"), ("SecureCookies", "yes"))).Message;

        Assert.Equal(
            "PublicRequestsPerMinute=“0” không dùng được: phải là một số nguyên từ 1 đến 10.000.000.\nSecureCookies=“yes” không dùng được: phải là true hoặc false.",
            message);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("smtp")]
    public void Mail_WithAPortThatCannotBe_IsAProblem(string port) => Assert.Equal("smtp-port", Mail(("Smtp:Port", port)).Problem);

    [Fact]
    public void Mail_WithAChoiceThatCannotBe_IsAProblem() => Assert.Equal("smtp-check-revocation", Mail(("Smtp:CheckRevocation", "no")).Problem);

    [Theory]
    [InlineData(null)]
    [InlineData("not a connection string")]
    public void Storage_ThatCannotBe_RefusesTheStart(string? connection)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddNtm(Of(("AzureWebJobsStorage", connection)));
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Contains("RecordsStorage", Assert.Throws<StartRefusedException>(provider.GetRequiredService<RecordsStorage>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_AreThoseOfThePage_AndOfTheSample()
    {
        Dictionary<string, string> documented = [];
        foreach (string line in File.ReadLines(Path.Combine(Root, "docs", "operator", "settings.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)))
        {
            string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
            foreach (Match name in Name().Matches(cells[1])) documented[name.Groups[1].Value] = cells[^2];
        }

        Dictionary<string, string> defaults = typeof(NtmOptions).GetProperties().Where(p => p.PropertyType == typeof(int) || p.PropertyType == typeof(bool))
            .ToDictionary(p => p.Name == nameof(NtmOptions.Practice) ? "practice" : p.Name, p => $"{p.GetValue(new NtmOptions())}".ToLowerInvariant());
        Assert.All(defaults, d => Assert.Contains(d.Value, documented[d.Key], StringComparison.Ordinal));
        JsonObject sample = JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "local.settings.sample.json")))!["Values"]!.AsObject();
        Assert.All(sample.Where(s => defaults.ContainsKey(s.Key)), s => Assert.Equal(defaults[s.Key], s.Value!.GetValue<string>()));
        Assert.Contains(sample, s => defaults.ContainsKey(s.Key));
    }

    private static NtmOptions Read(params (string Name, string? Value)[] settings) => NtmOptions.Read(Of(settings), new VietnameseTexts());

    private static MailSettings Mail((string Name, string Value) setting) =>
        MailSettings.Read(Of(("Smtp:Host", "mail.example.vn"), ("Smtp:From", "vpdp@example.vn"), setting));

    private static IConfiguration Of(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))).Build();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();
}
