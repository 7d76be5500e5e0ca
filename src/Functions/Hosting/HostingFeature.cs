using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Hosting;

/// <summary>What every request passes, and what every page and feature stands on.</summary>
public static class HostingFeature
{
    public static void AddHosting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(p => BusinessTime.From(configuration, p.GetRequiredService<VietnameseTexts>()));
        services.AddSingleton(p => StorageOf(configuration, p.GetRequiredService<ILoggerFactory>(), p.GetRequiredService<VietnameseTexts>()));
        services.AddSingleton(p => NtmOptions.Read(configuration, p.GetRequiredService<VietnameseTexts>()));
        services.AddSingleton<VietnameseTexts>();
        services.AddSingleton<Problems>();
        services.AddSingleton<AskReader>();
        services.AddSingleton<ChosenLanguage>();
        services.AddSingleton<PageFrames>();
        services.AddSingleton<PageAnswers>();
        services.AddSingleton<PagePosts>();
        services.AddSingleton<FilePosts>();
        services.AddSingleton<PersonSearchWords>();
        services.AddRazorComponents();
        services.AddCompression();
        services.Configure<WorkerOptions>(worker => worker.InputConverters.RegisterAt<IdConverter>(0));
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = BodyLimit.OfTheServer;
            kestrel.Limits.MaxRequestBufferSize = BodyLimit.BeforeReading;
        });
        // Vietnamese letters go out as they are: a third of the bytes, and readable.
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    private static RecordsStorage StorageOf(IConfiguration configuration, ILoggerFactory logs, VietnameseTexts texts)
    {
        try
        {
            return RecordsStorage.From(configuration, logs);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new StartRefusedException(texts.Console("storage-setting"));
        }
    }
}
