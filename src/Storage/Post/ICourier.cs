namespace NtmServerless.Storage.Post;

/// <summary>Sees to it that a posted batch leaves the house. May be asked twice for the same batch, and must not mind.</summary>
public interface ICourier
{
    Task DeliverAsync(PostBatch batch, CancellationToken cancellation);
}
