using Microsoft.Extensions.Configuration;

namespace NtmServerless.LocalHost.Startup;

/// <summary>local.settings.json as the official tools read it: what stands under Values, with <c>__</c> for a section.</summary>
internal static class LocalSettings
{
    /// <exception cref="HostStartException">The file is not JSON, or is encrypted.</exception>
    public static Dictionary<string, string?> Read(string folder)
    {
        string path = Path.Combine(folder, "local.settings.json");
        try
        {
            IConfiguration file = new ConfigurationBuilder().AddJsonFile(path, optional: true).Build();
            if (file.GetValue("IsEncrypted", false))
                throw new HostStartException(HostStartException.WrongUse, $"{path}: IsEncrypted phải là false.");
            return file.GetSection("Values").AsEnumerable(makePathsRelative: true).Where(setting => setting.Value is not null)
                .ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value, StringComparer.OrdinalIgnoreCase);
        }
        catch (InvalidDataException unreadable)
        {
            throw new HostStartException(HostStartException.WrongUse, $"{path}: {(unreadable.InnerException ?? unreadable).Message}", unreadable);
        }
    }
}
