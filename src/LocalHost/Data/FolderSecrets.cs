using System.Security.Cryptography;
using System.Text;

namespace NtmServerless.LocalHost.Data;

/// <summary>Small values that a data folder makes once and keeps: the host's master key, the id of its owner lease, the secret of the app's keys.</summary>
internal static class FolderSecrets
{
    /// <summary>The key that the admin API asks for (file host-key, readable by its owner only).</summary>
    public static string HostKey(string folder) =>
        Kept(Path.Combine(folder, "host-key"), () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    /// <summary>
    /// The folder's lease id. It is the same at every start, so a host takes over at once what its killed predecessor
    /// in this folder still holds; that one is gone, or the folder's lock would not be ours.
    /// </summary>
    public static string LeaseId(string folder) => Kept(Path.Combine(folder, "lease-id"), () => Guid.NewGuid().ToString());

    /// <summary>The secret under which the app seals the keys of its cookies (file protection-secret, readable by its owner only).</summary>
    public static string ProtectionSecret(string folder) =>
        Kept(Path.Combine(folder, "protection-secret"), () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    private static string Kept(string path, Func<string> make)
    {
        if (!File.Exists(path))
            AtomicFile.Write(path, Encoding.ASCII.GetBytes(make()), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return File.ReadAllText(path).Trim();
    }
}
