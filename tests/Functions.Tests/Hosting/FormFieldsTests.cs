using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace NtmServerless.Functions.Tests.Hosting;

/// <summary>A posted form becomes the JSON that the API takes, whatever its names are.</summary>
public sealed class FormFieldsTests
{
    [Theory]
    [InlineData("fullName=Nông Văn An&_key=1&phone=", """{"fullName":"Nông Văn An"}""")]
    [InlineData("sessions[0].date=2024-04-08&sessions[0].startsAt=07:30&sessions[2].date=2024-04-09", """{"sessions":[{"date":"2024-04-08","startsAt":"07:30"},{"date":"2024-04-09"}]}""")]
    [InlineData("sessions[0].date=&sessions[1].date=2024-04-09", """{"sessions":[{"date":"2024-04-09"}]}""")]
    [InlineData("topicIds[]=a&topicIds[]=b", """{"topicIds":["a","b"]}""")]
    [InlineData("spent[10].amount=2&spent[9].amount=1", """{"spent":[{"amount":"1"},{"amount":"2"}]}""")]
    [InlineData("a=1&a.b=2", """{"a":{"b":"2"}}""")]
    [InlineData("a.b=2&a=1", """{"a":"1"}""")]
    [InlineData("a[99999999999999999999].b=1&a[800].b=1", """{"a":[]}""")]
    [InlineData("a.b.c.d.e.f=1&!!!=2", "{}")]
    public void Read_Names_SayWhereAValueBelongs(string body, string json) => Assert.Equal(json, FormFields.Read(Form(body)).ToJsonString(Wire.Json));

    [Fact]
    public void Read_ANameOfTenThousandSteps_IsLeftOut() => Assert.Empty(FormFields.Read(Form(string.Join('.', Enumerable.Repeat("a", 10_000)) + "=1")));

    private static FormCollection Form(string body) => new(body.Split('&').Select(f => f.Split('=')).GroupBy(f => f[0])
        .ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f[1])])));
}
