using System.Security.Cryptography;
using System.Text;
using Azure;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// Before the task hub: only the app's client gets in, which was told the hub's name and nobody else was. Its refusals are the
/// official host's.
/// </summary>
internal sealed class TaskHubDoor(string hubName) : Interceptor
{
    /// <summary>The header in which the official client names its task hub.</summary>
    public const string Header = "durable-taskhub";

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (!CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(context.RequestHeaders.GetValue(Header) ?? ""), Encoding.UTF8.GetBytes(hubName)))
            throw new RpcException(new Status(StatusCode.PermissionDenied, ""));
        try
        {
            return await continuation(request, context);
        }
        catch (Exception refused) when (StatusOf(refused, context.CancellationToken) is { } status)
        {
            throw new RpcException(new Status(status, refused.Message));
        }
    }

    private static StatusCode? StatusOf(Exception refused, CancellationToken client) => refused switch
    {
        InstanceNotFoundException => StatusCode.NotFound,
        InstanceEndedException => StatusCode.FailedPrecondition,
        InstanceExistsException => StatusCode.AlreadyExists,
        ArgumentException => StatusCode.InvalidArgument,
        OperationCanceledException when client.IsCancellationRequested => StatusCode.Cancelled,
        // The engine stops, or storage does not answer: the message may be recorded or not.
        OperationCanceledException or RequestFailedException or AggregateException or InstanceInDoubtException or InstanceDamagedException
            => StatusCode.Unavailable,
        _ => null,
    };
}
