using Azure.Data.Tables;

namespace NtmServerless.Storage.Post;

/// <summary>A message with the ETag that it was read under.</summary>
public sealed record KeptMessage(OutgoingMessage Message, string ETag);
