using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Hosting;

/// <summary>Every address that no other function answers. Routes are tried by the names of their functions: this one has to be the last.</summary>
public sealed class NotFoundPage
{
    [Function(nameof(ZzzNotFound))]
    [ForVillagers]
    [Public]
    public IResult ZzzNotFound([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*path}")] HttpRequest request) =>
        throw new RecordMissingException("page");
}
