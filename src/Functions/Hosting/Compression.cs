using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// Fewer bytes over a bad line. The length of a compressed answer tells what it has in common with what a stranger put
/// into it (BREACH), so answers that hold something to find out are sent as they are: whatever is answered to somebody
/// signed in, answers to posted forms (they repeat what was typed) and receipts.
/// </summary>
public static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "application/javascript", "application/json", "image/svg+xml", "text/calendar"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.AddSingleton<IResponseCompressionProvider, OnlyWhatIsPublic>();
        services.AddSingleton<IStartupFilter, Filter>();
    }

    private sealed class Filter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseResponseCompression();
            next(app);
        };
    }

    private sealed class OnlyWhatIsPublic(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
        : ResponseCompressionProvider(services, options)
    {
        public override bool ShouldCompressResponse(HttpContext context) => IsPublic(context) && base.ShouldCompressResponse(context);

        private static bool IsPublic(HttpContext http) =>
            http.Request.Path.StartsWithSegments("/tai-nguyen", StringComparison.OrdinalIgnoreCase)
            || HttpMethods.IsGet(http.Request.Method)
                && http.Features.Get<Caller>() is null && http.Features.Get<Officer>() is null
                && !http.Request.Path.StartsWithSegments("/phieu", StringComparison.OrdinalIgnoreCase);
    }
}
