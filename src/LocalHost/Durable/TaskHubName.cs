using System.Security.Cryptography;
using System.Text.Json;

namespace NtmServerless.LocalHost.Durable;

/// <summary>The task hub's name: a secret between this host and the app that it started.</summary>
internal sealed record TaskHubName
{
    public string Secret { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>What the official extension tells a durable client.</summary>
    /// <param name="rpcAddress">Where the task hub answers.</param>
    public string ClientBinding(Uri rpcAddress) => JsonSerializer.Serialize(new
    {
        taskHubName = Secret,
        connectionName = "",
        rpcBaseUrl = rpcAddress.ToString(),
        requiredQueryStringParameters = "",
        httpBaseUrl = (string?)null,
        // Left out it is 0: nothing could be received.
        maxGrpcMessageSizeInBytes = int.MaxValue,
    });
}
