using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace NtmServerless.Functions.Tests.Startup;

/// <summary>Where the console is a log, nothing secret is made, and so nothing is said.</summary>
public sealed class FirstSecretsTests(RunningApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null, false, false)]
    [InlineData("true", null, true, true)]
    [InlineData(null, "mot-ma-cua-kho-khoa-0123456789", false, true)]
    public async Task Opening_MakesAKeyAndACode_OnlyForAPrivateConsole(string? isPrivate, string? code, bool hasKey, bool hasCode)
    {
        string prefix = "f" + Guid.NewGuid().ToString("N")[..14];
        await OpenAsync(prefix, ("ConsoleIsPrivate", isPrivate), ("FirstAdministratorCode", code));

        TableServiceClient tables = new(app.Storage);
        NullableResponse<TableEntity> kept = await tables.GetTableClient(prefix + "Accounts").GetEntityIfExistsAsync<TableEntity>("account", "first-code", cancellationToken: Cancellation);
        Assert.Equal(hasCode, kept.HasValue);
        Assert.Equal(hasKey, await tables.GetTableClient(prefix + "CallerKeys").QueryAsync<TableEntity>(cancellationToken: Cancellation).AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Opening_WithASecretThatIsShort_IsRefused()
    {
        StartRefusedException refused = await Assert.ThrowsAsync<StartRefusedException>(() => OpenAsync("f" + Guid.NewGuid().ToString("N")[..14], (KeyProtection.Setting, "ngan")));
        Assert.Contains(KeyProtection.Setting, refused.Message, StringComparison.Ordinal);
    }

    private async Task OpenAsync(string prefix, params (string Name, string? Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [KeyValuePair.Create("AzureWebJobsStorage", (string?)app.Storage), KeyValuePair.Create("RecordsStoragePrefix", (string?)prefix), .. settings.Select(s => KeyValuePair.Create(s.Name, s.Value))]).Build();
        ServiceCollection services = new();
        services.AddSingleton(configuration);
        services.AddLogging();
        services.AddNtm(configuration);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Opening>().RunAsync(Cancellation);
    }
}
