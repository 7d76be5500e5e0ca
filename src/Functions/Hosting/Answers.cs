using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Hosting;

/// <summary>Answers in JSON as it goes over the wire.</summary>
public static class Answers
{
    public static IResult Ok<T>(T value) => Results.Json(value, Wire.Json);

    public static IResult Made<T>(T value) => Results.Json(value, Wire.Json, statusCode: StatusCodes.Status201Created);

    /// <summary>The work goes on; the answer says where to look.</summary>
    public static IResult Accepted<T>(T value) => Results.Json(value, Wire.Json, statusCode: StatusCodes.Status202Accepted);
}
